# fsum, sumprod, prod, hypot and dist
import math

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
math.fsum([]), math.fsum([0.1] * 10), math.fsum([1e16, 1, 1e-16, -1e16]), math.fsum([1, 2.5, True]), math.fsum([1e308, 1e308, -1e308])
math.fsum([math.inf, 1]), math.fsum([math.nan, 1]), math.fsum(i / 10 for i in range(11))
math.fsum([1e308, 1e308])
math.fsum([math.inf, -math.inf])
math.fsum(["a"])
math.fsum(5)
math.sumprod([1, 2], [3, 4]), math.sumprod([0.1] * 10, [10] * 10), math.sumprod([], []), math.sumprod([True], [1 << 70]), math.sumprod([1.5, 2], (2, 3))
math.sumprod([1], [1, 2])
math.sumprod(["a"], [2]), math.sumprod(iter([1]), [2])
math.sumprod(1, [])
math.sumprod([None], [2])
math.prod([]), math.prod([1, 2, 3]), math.prod([1.5, 2]), math.prod([1 << 70, 2]), math.prod([2], start=3), math.prod(["a"], start=2)
math.prod([2], start="a"), math.prod([[1]], start=2)
math.prod(5)
math.prod([None])
math.hypot(), math.hypot(3), math.hypot(3, 4), math.hypot(1, 1, 1, 1), math.hypot(math.inf, math.nan), math.hypot(1e308, 1e308), math.hypot(5e-324, 5e-324)
math.hypot("a")
math.hypot(1 << 2000)
math.dist((1, 2), (4, 6)), math.dist([1], [2]), math.dist((), ())
math.dist((1,), (2, 3))
math.dist(1, 2)
math.dist(("a",), (1,))
""")
