# gcd, lcm, factorial, comb, perm, isqrt, prod, dist, fsum, sumprod
import math

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class I:
    def __index__(self): return 6
check("math.gcd()", "math.gcd(12)", "math.gcd(-12, 18)", "math.gcd(0, 0)", "math.gcd(12, 18, 27)", "math.gcd(2**100, 6**50)", "math.gcd(I(), 9)", "math.gcd(1.5, 2)", "math.gcd('a')", "math.lcm()", "math.lcm(4, 6)", "math.lcm(0, 5)", "math.lcm(-4, 6)", "math.lcm(2, 3, 5)", "math.factorial(0)", "math.factorial(20)", "math.factorial(25)", "math.factorial(100) % 10**30", "math.factorial(-1)", "math.factorial(2.0)", "math.factorial('a')", "math.factorial(10**30)", "math.factorial(True)", "math.comb(5, 2)", "math.comb(100, 50)", "math.comb(5, 6)", "math.comb(5, 0)", "math.comb(-1, 2)", "math.comb(2, -1)", "math.comb(5.0, 2)", "math.comb(10**20, 2)", "math.perm(5, 2)", "math.perm(5)", "math.perm(5, 6)", "math.perm(-1)", "math.perm(5, None)", "math.perm(10**10, 3)", "math.isqrt(0)", "math.isqrt(15)", "math.isqrt(16)", "math.isqrt(10**40)", "math.isqrt(10**40 - 1)", "math.isqrt(2**64 - 1)", "math.isqrt(-1)", "math.isqrt(4.0)", "math.isqrt(I())", "math.prod([])", "math.prod([2, 3, 4])", "math.prod([2, 0.5])", "math.prod([1, 2], start=10)", "math.prod(['a', 3])", "math.prod([[1], 2])", "math.prod(5)", "math.prod([2**62, 4])", "math.dist([0, 0], [3, 4])", "math.dist((1,), (2, 3))", "math.dist([], [])", "math.dist('a', 'b')", "math.hypot()", "math.hypot(3, 4)", "math.hypot(1, 1, 1)", "math.hypot(math.inf, math.nan)", "math.hypot(1e200, 1e200)", "math.hypot('a')", "math.fsum([0.1] * 10)", "math.fsum([1e100, 1, -1e100])", "math.fsum([])", "math.fsum([1e308, 1e308])", "math.fsum([math.inf, -math.inf])", "math.fsum(['a'])", "math.sumprod([1, 2], [3, 4])", "math.sumprod([1], [1, 2])", "math.sumprod([0.1] * 10, [1] * 10)", "math.sumprod([], [])", "math.sumprod([10**20], [10**20])", "math.fma(2.0, 3.0, 4.0)")
