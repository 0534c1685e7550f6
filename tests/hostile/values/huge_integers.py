# Integers too large to hold
# by hand
def attempt(name, function):
    try:
        function()
        print(name, "answered")
    except (MemoryError, OverflowError, ValueError) as error:
        print(name, "refused")
attempt("10**10**10", lambda: 10 ** 10 ** 10 ** 10)
attempt("2**(2**70)", lambda: 2 ** 2 ** 70)
attempt("shift", lambda: 1 << 10**12)
attempt("shift of huge", lambda: 1 << 10**30)
attempt("negative shift", lambda: -1 << 10**15)
attempt("power of negative", lambda: (-2) ** 10**18)
attempt("in place", lambda: exec("x = 7\nx **= 10**17"))
attempt("to_bytes", lambda: (1).to_bytes(10**15))
attempt("str", lambda: str(10 ** 5000))
attempt("int", lambda: int("9" * 5000))
attempt("format", lambda: format(10 ** 5000, "d"))
attempt("percent", lambda: "%d" % (10 ** 5000))
attempt("float", lambda: float(10 ** 400))
attempt("true division", lambda: 10 ** 400 / 3)
import math
attempt("factorial", lambda: math.factorial(10**18))
attempt("comb", lambda: math.comb(10**18, 3))
attempt("ldexp", lambda: math.ldexp(1.0, 10**18))
attempt("perm", lambda: math.perm(10**20, 2))
print(0 ** 10**30, 1 ** 10**30, (-1) ** 10**30, 0 << 10**30, 1 >> 10**30, -1 >> 10**30, 5 % 10**1000 == 5, pow(2, 10**30, 7), hash(10**1000) == hash(10**1000))
