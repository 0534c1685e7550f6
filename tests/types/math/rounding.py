# floor, ceil, trunc and the special methods behind them
import math

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class F:
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
class Float:
    def __float__(self): return 2.5
check("math.floor(2.5)", "math.floor(-2.5)", "math.ceil(2.1)", "math.ceil(-2.9)", "math.trunc(2.9)", "math.trunc(-2.9)", "math.floor(5)", "math.floor(10**30)", "math.floor(1e300) == int(1e300)", "math.floor(-0.0)", "math.ceil(-0.5)", "math.floor(F())", "math.ceil(F())", "math.trunc(F())", "math.floor(Float())", "math.ceil(Float())", "math.trunc(Float())", "math.floor('a')", "math.floor(math.inf)", "math.ceil(math.nan)", "math.trunc(None)", "math.floor(True)", "type(math.floor(2.0))", "math.floor(1j)", "math.modf(2.5)", "math.modf(-2.5)", "math.modf(math.inf)", "math.modf(-0.0)", "math.frexp(8)", "math.frexp(0.0)", "math.frexp(-3.5)", "math.frexp(math.inf)", "math.ldexp(0.5, 4)", "math.ldexp(1, 2000)", "math.ldexp(1, -2000)", "math.ldexp(1, 10**30)", "math.ldexp(1.5, 1.5)", "math.ldexp(0, 10**30)", "math.fmod(7, 3)", "math.fmod(-7, 3)", "math.fmod(7, 0)", "math.fmod(math.inf, 1)", "math.fmod(1, math.inf)", "math.remainder(7, 3)", "math.remainder(5, 2)", "math.remainder(1, 0)", "math.fabs(-3)", "math.fabs('a')", "math.copysign(1, -0.0)", "math.copysign(-3, 5)", "math.copysign(math.nan, -1)", "math.nextafter(1, 2)", "math.nextafter(0, -1)", "math.nextafter(1.0, math.inf, steps=3)", "math.nextafter(1.0, 2.0, steps=-1)", "math.ulp(1.0)", "math.ulp(0)", "math.ulp(math.inf)", "math.ulp(1e300)")
