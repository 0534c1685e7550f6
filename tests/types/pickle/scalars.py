# None, bools, numbers and text in all protocols: the bytes, and what is read back.
import pickle

TEXT = "a\\b\n\r\0\x1aé\u1234\U0001f600\ud800"
INTS = [0, 1, -1, 255, 256, 65535, 65536, -128, -129, 2**31 - 1, 2**31, -(2**31)]
INTS += [-(2**31) - 1, 2**61, 2**62, 2**63, -(2**63), 2**2039, -(2**2039), -(2**2047), 2**2040 - 1]
FLOATS = [0.0, -0.0, 1.5, 1e300, 1e-300, float("inf"), float("-inf"), 1 / 3]

for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print("protocol", protocol)
    for value in [None, True, False, INTS, FLOATS, TEXT, "", "x" * 255, "x" * 256]:
        data = pickle.dumps(value, protocol)
        print(data)
        again = pickle.loads(data)
        assert again == value and type(again) is type(value)
    nan = pickle.loads(pickle.dumps(float("nan"), protocol))
    assert nan != nan
    for value in [b"", b"\x00\xff", b"y" * 256, bytearray(), bytearray(b"z\xff"), 3 - 4j]:
        data = pickle.dumps(value, protocol)
        print(data)
        assert pickle.loads(data) == value

big = 7**20000
for protocol in range(6):
    if protocol < 2:
        try:
            pickle.dumps(big, protocol)
        except ValueError as e:
            print(e)
    else:
        assert pickle.loads(pickle.dumps(big, protocol)) == big
