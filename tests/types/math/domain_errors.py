# What functions of reals say at the edges of their domains
import math
names = [n for n in dir(math) if n in ("acos acosh asin asinh atan atanh cos cosh degrees erf erfc exp exp2 expm1 fabs gamma lgamma log log10 log1p log2 radians sin sinh sqrt tan tanh ceil floor trunc isfinite isinf isnan ulp modf frexp").split()]
for name in names:
    for value in (math.inf, -math.inf, math.nan, -1, 0, -0.0, 2, 1e308, -1e308, 1 << 2000, "a", None, 1j):
        try:
            result = getattr(math, name)(value)
            if isinstance(result, float) and math.isfinite(result) and result not in (0, 1, -1, 2):
                result = float("%.12g" % result)
            elif isinstance(result, int) and result > 1000:
                result = result % 1000003
            print(name, str(value)[:12], result)
        except Exception as error:
            print(name, str(value)[:12], type(error).__name__, error)
