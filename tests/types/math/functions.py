# exp, log, trigonometry: values, domains, special arguments
import math

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("math.sqrt(2)", "math.sqrt(-1)", "math.sqrt(-0.0)", "math.sqrt(10**400)", "math.sqrt(2**1000)", "math.cbrt(64)", "math.cbrt(-8)", "math.exp(1)", "math.exp(1000)", "math.exp(-1000)", "math.exp2(10)", "math.expm1(1e-10)", "math.log(math.e)", "math.log(8, 2)", "math.log(0)", "math.log(-1)", "math.log(10**400)", "math.log(2**5000) / math.log(2)", "math.log(10, 1)", "math.log(10, 0)", "math.log('a')", "math.log(1, 2, 3)", "math.log()", "math.log(math.inf)", "math.log(math.nan)", "math.log2(8)", "math.log2(2**5000)", "math.log2(0.1)", "math.log10(1000)", "math.log10(10**400)", "math.log10(0)", "math.log1p(1e-10)", "math.log1p(-1)", "math.pow(2, 10)", "math.pow(-8, 1/3)", "math.pow(0, -1)", "math.pow(2, 5000)", "math.pow(1, math.nan)", "math.pow(math.inf, 0)", "math.sin(0)", "math.sin(math.pi / 2)", "math.cos(math.pi)", "math.tan(math.pi / 4)", "math.sin(math.inf)", "math.sin(1e22)", "math.asin(2)", "math.acos(1)", "math.acos(-2)", "math.atan(math.inf)", "math.atan2(1, -1)", "math.atan2(0.0, -0.0)", "math.atan2(-0.0, -1)", "math.sinh(1)", "math.cosh(1000)", "math.tanh(1)", "math.asinh(1)", "math.acosh(0.5)", "math.atanh(1)", "math.atanh(0.5)", "math.degrees(math.pi)", "math.radians(180)", "math.erf(0.5)", "math.erfc(0.5)", "math.gamma(5)", "math.gamma(0.5)", "math.gamma(-1)", "math.gamma(200)", "math.lgamma(100)", "math.lgamma(-1)", "math.isnan(math.nan)", "math.isinf(-math.inf)", "math.isfinite(1e308)", "math.isclose(1, 1 + 1e-10)", "math.isclose(1, 1.1)", "math.isclose(0, 1e-10)", "math.isclose(0, 1e-10, abs_tol=1e-9)", "math.isclose(1, 2, rel_tol=-1)", "math.isclose(math.inf, math.inf)", "math.isclose(math.nan, math.nan)", "math.isclose(1, 1.1, rel_tol=0.2)", "math.pi, math.e, math.tau, math.inf, math.nan", "math.sin('a')", "math.sin()", "math.sin(1, 2)", "math.sin(x=1)", "math.exp(10**400)", "math.isnan('a')", "math.isnan(10**400)", "math.sqrt(True)", "round(math.sin(1), 15), round(math.exp(2.5), 12), round(math.atan2(3, 4), 15)")
