# Format specifications inside f-strings, nested fields included.
n, f, s = 1234567, 3.14159, 'text'
print(f'{n:,} {n:_} {n:x} {n:#b} {n:o} {n:e} {n:>12} {n:<12}| {n:^12}| {n:012} {n:+} {n: }')
print(f'{f:.2f} {f:8.3f}| {f:<8.1f}| {f:e} {f:g} {f:%} {f:.0f} {f:08.2f} {f!r:>10} {f:n}')
print(f'{s:>8}|{s:<8}|{s:^8}|{s:*^9}|{s:.2}|{s:-<6.3}|{s!r:>8}')
width, prec, fill = 10, 3, '*'
print(f'{f:{width}.{prec}}|{f:{width}.{prec}f}|{s:{fill}^{width}}|{s:{fill}>{width + 2}}|{n:{"," if width > 5 else ""}}')
print(f'{True:d} {True} {True:5}| {None} {[1, 2]} {(1,)} { {1: 2} } {{1: 2}}')
print(f'{1 + 1} {n * 2:,} {"a" + "b"} {[x for x in range(3)]} {(lambda x: x * 2)(3)} {n if f else s}')
print(f'{3:{""}}', f'{5!s:>4}', f'{"é"!a}', f'{"q"!r}', f'{5!r:>05}')


class F:
    def __format__(self, spec): return f'<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'


print(f'{F()} {F():abc} {F()!s} {F()!r} {F()!a:>6} {F():{1}{2}} {F():a{"b"}c}')
print(f'{1j} {1j:.1f} {2**100} {-5:05} {-5:<5}| {0.1 + 0.2} {1e100} {float("inf"):>6} {float("nan")}')
for spec in ['d', 'z', '10', '.2', ',', 's', '%', 'c', '#x', '+', '=5', '0>5', 'x,', ',,', '.f', '.-1f', '99999999999999999999', '\x00<5']:
    for v in (65, 1.5, 'x'):
        try:
            print(repr(spec), repr(v), '->', format(v, spec))
        except (ValueError, OverflowError) as e:
            print(repr(spec), repr(v), '->', type(e).__name__, e)
for v in ([], None, {}, object):
    try:
        format(v, '>5')
    except TypeError as e:
        print(e)
