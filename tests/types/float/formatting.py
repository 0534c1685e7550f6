# The format mini-language for floats
values = [0.0, -0.0, 1.0, 3.14159265, -2.5, 1234567.891, 1e-7, 1.5e20, 123456789.0, 0.5, float("inf"), float("-inf"), float("nan")]
specs = ["", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "G", "#g", "#.3g", "%", ".1%", "+", " ", "+.2f", "08.2f", "<10.1f", "^12.2e", "=+10.1f", ",", ",.2f", "_.1f", "010,.1f", ".10", ".3", "10.4", "z.0f", "z", "z.1f", "n", "F", "*>9.1f", ".0e", ".0g", "#.0e", ".25f", ".17g", "_", "012_.2f"]
for spec in specs:
    print(repr(spec), [format(value, spec) for value in values])
for spec in ["d", "x", "s", "c", "5.2d", ".", ",_", ".-1f", "b", "zf.", "10.10000000000000000000f", "ff", "_,f", ",n", "f,", "#x"]:
    try:
        print(repr(spec), repr(format(1.5, spec)))
    except ValueError as error:
        print(repr(spec), error)
print(f"{1e300:f}"[:30], len(f"{1e300:f}"), f"{5e-324:.1000f}"[-20:], len(f"{0.1:.500e}"), f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.5:.0f}", f"{0.000001:g} {0.0001:g} {0.00001:g} {1e15:g} {1e5:g} {1e6:g}", f"{9.995:.2f} {9.9995:.4g} {99999.5:.5g} {999999.5:g}")
class Sub(float):
    def __repr__(self): return "sub"
print(f"{Sub(1.5)}", f"{Sub(1.5):.2f}", str(Sub(1.5)), [Sub(2)], "%s %r %.1f" % (Sub(1), Sub(1), Sub(1)))
