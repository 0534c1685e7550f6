# nextafter, ulp, ldexp, frexp, fma, remainder, isclose
import math

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
math.nextafter(1, 2), math.nextafter(1, 0), math.nextafter(1, 1), math.nextafter(0, -1), math.nextafter(math.inf, 0), math.nextafter(1, 2, steps=5), math.nextafter(0, 1, steps=0), math.nextafter(0, 1, steps=1 << 70)
math.nextafter(1, 2, steps=-1)
math.nextafter(1, 2, steps=1.0)
math.ulp(1), math.ulp(0), math.ulp(math.inf), math.ulp(1e308), math.ulp(-1)
math.ldexp(1, 10), math.ldexp(0.0, 1 << 70), math.ldexp(1, -(1 << 70)), math.ldexp(1.5, -1074), math.ldexp(1.5, -1075), math.ldexp(math.inf, 5)
math.ldexp(1, 1024)
math.ldexp(1, 1 << 70)
math.ldexp(1, 1.0)
math.ldexp(1, "a")
math.frexp(0.0), math.frexp(5e-324), math.frexp(math.inf), math.frexp(-8), math.modf(3.75), math.modf(-3.75), math.modf(math.inf), math.modf(-0.0)
math.fma(2, 3, 4), math.fma(0.1, 10, -1), math.fma(math.inf, 1, 1), math.fma(math.nan, 0, 0)
math.fma(math.inf, 0, 1)
math.fma(math.inf, 1, -math.inf)
math.fma(1e308, 10, 0)
math.remainder(5, 3), math.remainder(5, 2), math.remainder(-5, 2), math.remainder(7, 2), math.remainder(1, math.inf), math.remainder(-0.0, 1)
math.remainder(1, 0)
math.remainder(math.inf, 1)
math.fmod(5, 3), math.fmod(-5, 3), math.fmod(1, math.inf), math.copysign(1, -0.0), math.copysign(-3, 1)
math.fmod(1, 0)
math.fmod(math.inf, 1)
math.isclose(1, 1.0000000001), math.isclose(1e-20, 0), math.isclose(1e-20, 0, abs_tol=1e-10), math.isclose(1, 2, rel_tol=1), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan)
math.isclose(1, 2, rel_tol=-1)
math.isclose(1, "a")
math.isclose(1)
""")
