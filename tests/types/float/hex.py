# float.hex and float.fromhex
for value in [0.0, -0.0, 1.0, -1.0, 0.1, 1.5, 3.14159, 1e300, 5e-324, 2.2250738585072014e-308, 2.2250738585072009e-308, 1.7976931348623157e308, float("inf"), float("-inf"), float("nan"), 1024.0, 0.5]:
    print(value.hex(), value != value or float.fromhex(value.hex()) == value)
for text in ["0x1p4", "0x1.8p1", "1.8p1", "  0x.8p0  ", "0xap-1", "-0X1.AP+3", "inf", "-nan", "Infinity", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x1p1024", "0x", "", "0x1p", "1p", "0x1.8.1", "xyz", "0x1pz", "0x1 2", "0x0p99999999999", "1", "a.b", "0x123456789abcdef01", "0x1.00000000000008p0", "0x1.00000000000018p0"]:
    try:
        print(repr(text), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text), type(error).__name__, error)
class Sub(float): pass
print(type(Sub.fromhex("0x1p0")), float.fromhex("0x1p0").hex())
