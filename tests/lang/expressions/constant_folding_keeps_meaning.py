# Constant expressions give the same results as computed ones.
one, two, three, zero = 1, 2, 3, 0
cases = [('1 + 2 * 3', 'one + two * three'), ('2 ** 10', 'two ** 10'), ('-1', '-one'), ('1 / 2', 'one / two'), ('7 // -2', '(three + 4) // -two'), ('"a" * 3', '"a" * three'), ('3 * "ab"', 'three * "ab"'), ('(1, 2) + (3,)', '(one, two) + (three,)'), ('not 1', 'not one'), ('1 < 2 < 3', 'one < two < three'), ('"abc"[1]', '"abc"[one]'), ('(1, 2, 3)[-1]', '(one, two, three)[-1]'), ('1 if 0 else 2', 'one if zero else two'), ('1 and 2', 'one and two'), ('0 or 3', 'zero or three'), ('~5', '~(two + three)'), ('1e308 * 10', '1e308 * (three + 7)'), ('-0.0', '-(zero * 1.0)'), ('0.0 == -0.0', 'zero * 1.0 == -(zero * 1.0)'), ('1 << 3', 'one << three'), ('2 ** -1', 'two ** -1'), ('5 % -3', '5 % -three'), ('1j * 1j', '1j * (one * 1j)'), ('"%s" % 5', '"%s" % (two + three)'), ('b"ab" + b"c"', 'b"ab" + b"c"[zero:]'), ('+True', '+(one == 1)'), ('1 == 1.0', 'one == 1.0'), ('"a" in "abc"', '"a" in ("abc" * one)')]
for folded, computed in cases:
    f, c = eval(folded), eval(computed)
    print(folded, repr(f), type(f).__name__, repr(f) == repr(c) and type(f) is type(c))
for source in ['1 / 0', '"a" + 1', '1 << -1', '(1, 2)[5]', '"abc"[9]', '-"a"', '2 ** 1000000 > 0', '"x" * 100000 == ""', '(1,) * 5 == ()', '10 ** 5000 > 1', '1 // 0', '0 ** -1', '~1.5', '[] * "a"', '1 % 0']:
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)


def f():
    return (1, 2, 'x', (3, None, ...), b'y', 1.5, -7, frozenset), [1, 2], {1, 2} == {2, 1}, 'a' 'b' f'{1}'


print(f(), f()[0] is f()[0], f()[1] is f()[1])
if 0:
    print('never')
elif 1 - 1:
    print('never')
elif not 0:
    print('folded condition')
while 1 - 1: print('never')
def g():
    if False:
        yield
    return 'generator anyway'
print(type(g()).__name__)
def h():
    if 0: x = 1
    try:
        return x
    except UnboundLocalError: return 'x is local'
print(h())
def k():
    return 1
    import nothing_at_all
print(k(), 1 if True else undefined, False and undefined, True or undefined)
print({1: 'int', 1.0: 'float', True: 'bool'}, (0.0, -0.0), [0.0, -0.0], (1, 1.0, True))
