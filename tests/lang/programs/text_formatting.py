# text report, string formatting
rows = [('apple', 3, 1.5), ('banana', 12, 0.25), ('cherry', 100, 12.3456), ('dragonfruit', 7, 1e6)]
w = [max(len(f'{r[i]}') for r in rows) for i in range(3)]
print(f"{'name':<{w[0]}} | {'qty':>{w[1] + 2}} | {'price':^{w[2] + 4}}")
print('-' * w[0], '+', '-' * (w[1] + 2), '+', '-' * (w[2] + 4))
for n, q, p in rows: print(f"{n:<{w[0]}} | {q:>{w[1] + 2},} | {p:^{w[2] + 4}.2f}|{p:+10.3e}|{q:08b}|{q:#x}|{q:_}")
print('total %5d items, %.2f, %-10s|%+d|%05d|%x|%o|%e|%g|%%|%r|%c' % (sum(r[1] for r in rows), sum(r[2] for r in rows), 'left', 5, 42, 255, 8, 12345.678, 0.00001, 'q', 65))
print('%(a)s-%(b)03d' % {'a': 1, 'b': 2}, '%*d|%-*d|' % (5, 1, 5, 2), '%.*f' % (2, 3.14159))
print('{0} {1} {0}'.format('a', 'b'), '{x.real} {y[0]} {z[k]}'.format(x=3, y=[9], z={'k': 'v'}), '{:>{}}'.format('r', 6), '{!r:^10}'.format('c'), '{{}}'.format())
print(f'{3.14159:.2f} {1234567.891:,.1f} {0.5:.0%} {255:#06x} {-5:05d} {"mid":*^9} {True!s:>6} {1e-10} {1e16} {123456789012345678} {float("inf")} {-0.0}')
x = 10; d = {'k': [1, 2]}
print(f'{x=} {x + 1 = } {d["k"][0]=!r} {x:{"0" + "5"}} {f"{x}" + "!"} {x!r:>5} {lambda_ if (lambda_ := 5) else 0}')
s = 'The quick brown fox'
print(s.title(), s.swapcase(), s.center(30, '.'), s.find('quick'), s.rfind('o'), s.replace('o', '0', 1), s.split(), s.partition(' '), s.rpartition(' '), s[::-1], s.count('o'))
print('a,b,,c'.split(','), 'a b  c'.split(None, 1), 'x\ny\r\nz'.splitlines(), ' pad '.strip() + '|', 'xxabcxx'.strip('x'), 'www.ex.com'.removeprefix('www.').removesuffix('.com'), '-'.join('abc'), 'abc'.zfill(5), '-42'.zfill(6), 'tab\tx'.expandtabs(4))
print('abc'.translate(str.maketrans('ab', 'xy', 'c')), 'ß'.upper(), 'İ'.lower(), 'ǆ'.title(), 'é' == 'e\u0301', ascii('é€😀'), repr('a\'b"c\n\t\\\x00'), 'abc'.isalpha(), '12'.isdigit(), '½'.isnumeric(), 'aB'.istitle(), ''.isspace())
import string
print(string.ascii_lowercase, string.digits, string.Template('$who likes ${what} $$5').substitute(who='tim', what='kung pao'), string.capwords('hello big world'))
class T:
    def __format__(self, spec): return f'T<{spec}>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
t = T(); print(f'{t} {t:abc} {t!s} {t!r:>6} {[t]} {t!a}', '%s %r' % (t, t), format(t, 'q'), str(t), [t], {1: t})
for bad in ("'{}'.format()", "'{a}'.format()", "'%d' % 'x'", "'%s %s' % (1,)", "'%s' % (1, 2)", "f'{1:z}'", "format('x', 'd')", "'{:d}'.format('x')", "'%z' % 1", "'{0.x}'.format(1)", "'{!z}'.format(1)", "'abc'.index('z')", "int('x')", "float('1.2.3')", "int('12', 2)", "chr(-1)", "'a' * -1", "'abc'[5]", "'a' + 1", "1 + 'a'", "'x'.join([1])"):
    try: print(bad, eval(bad))
    except Exception as e: print(bad, type(e).__name__, e)
print(f'{1_000_000:,} {1234.5678:010.2f} {12345:>+10} {0b1010:o} {-7 // 2} {-7 % 3} {7 % -3} {divmod(-7, 2)} {2 ** -1} {round(2.5)} {round(3.5)} {round(-2.567, 2)} {round(1234, -2)} {1e3:g} {1e20:g} {100000:n}')
