# gcd, lcm, comb, perm, factorial, isqrt
import math

class Index:
    def __index__(self):
        return 7

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.gcd(-12, 18), math.gcd(0, 0), math.gcd(1 << 100, 6 ** 50), math.gcd(Index())
math.lcm(), math.lcm(4, 6), math.lcm(0, 5), math.lcm(-4, 6), math.lcm(True, 3)
math.comb(5, 2), math.comb(5, 6), math.comb(100, 50), math.comb(1 << 70, 3) % 1000003, math.comb(0, 0)
math.perm(5), math.perm(5, 2), math.perm(5, None), math.perm(5, 6), math.perm(1 << 70, 2) % 1000003
math.factorial(0), math.factorial(20), math.factorial(21), math.factorial(True), math.factorial(200) % 211
math.isqrt(0), math.isqrt(99), math.isqrt(100), math.isqrt(1 << 200) == 1 << 100, math.isqrt((1 << 64) - 1), math.isqrt(Index())
math.gcd(1.5, 2)
math.lcm("a")
math.comb(-1, 2)
math.comb(5, -1)
math.comb(5.0, 2)
math.comb(5)
math.comb(1 << 70, 1 << 69)
math.perm(-1)
math.perm(5, -1)
math.perm(1.0)
math.factorial(-1)
math.factorial(1.0)
math.factorial(1 << 70)
math.factorial("a")
math.isqrt(-1)
math.isqrt(1.0)
math.isqrt("a")
""")
