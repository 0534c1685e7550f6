# Hexadecimal floats: rounding, range and errors
for text in ["0x1p3", "0x1.8p1", "1", "-0x.8p0", "0x1p", "0x", "0x1.p1", ".8", "inf", "-nan", "NaN", "0x1p1024", "0x1p-1080", "0x1p-1074", "0x0.8p-1074", "0x1.8p-1075", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "  0x1p1 ", "0x1 p1", "", "p1", "0xp1", "0X1P+3", "1e5", "0x1.00000000000008p0", "0x1.000000000000081p0", "0x1.00000000000018p0", "1_0", "é", "infinity", "+inf", "--1", "0x1p99999999999999999999", "0x0p99999999999999999999", "0x1p-99999999999999999999", "a.bp-3", "0x1.", "0x.", "1.8p1"]:
    try:
        print(ascii(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(ascii(text), type(error).__name__, error)
for x in (0.0, -0.0, 1.0, 0.1, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e16, float("inf"), float("-inf"), float("nan")):
    print(x, x.hex(), repr(float.fromhex(x.hex())))
class Sub(float):
    pass
print(type(Sub.fromhex("0x1p1")).__name__)
try:
    float.fromhex(1)
except TypeError as error:
    print(error)
