# What is raised for streams that are no pickles.
import pickle


def reads(data, **options):
    try:
        print(bytes(data) if isinstance(data, memoryview) else data, repr(pickle.loads(data, **options)))
    except Exception as e:
        print(data, type(e).__name__, e)


for data in [
    b"", b"\x80", b"\x80\x06.", b"\x80\xff.", b"\x00", b"~", b"'", b"\\", b"\xff", b"\xde\xad", b"I01", b"Ixx\n.", b"I017\n.",
    b"I0x1f\n.", b"I-5\n.", b"I 5\n.", b"I\n.", b"I00\n.", b"I1\n.", b"I99999999999999999999\n.", b"Lxx\n.", b"L12L\n.",
    b"L12\n.", b"L\n.", b"L-7L\n.", b"Fxx\n.", b"F1.5\n.", b"F\n.", b".", b"(.", b"0.", b"t.", b"(0N.", b"N(0.", b"1.", b"(N1.", b"2.",
    b"N2\x86.", b"(2.", b'S"abc"\n.', b"S'a\\x41\\n\\101\\q'\n.", b"Sabc\n.", b"S'abc\n.", b"S'\n.", b"S'\\x4'\n.", b"S''\n.", b'S"\xff"\n.',
    b"Vabc\n.", b"V\\u12\n.", b"V\\ud83d\\U0001F600\xe9\n.", b"g5\n.", b"gxx\n.", b"g-1\n.", b"h\x05.", b"j\x05\0\0\0.", b"Np-1\n.", b"Npx\n.",
    b"Np7\ng7\n\x86.", b"Nq\x05h\x05\x86.", b"q\x00.", b"(q\x00.", b"\x94.", b"K\x05\x94\x94h\x01\x86.",
    b"Pabc\n.", b"P\xff\n.", b"NQ.", b"\x82\x01.", b"\x82\x00.", b"\x83\x00\x00.", b"\x84\xff\xff\xff\xff.", b"\x82", b"R.", b"NR.", b"NNR.", b"N)R.",
    b"NN\x81.", b"N)\x81.", b"cbuiltins\nint\nN\x81.", b"cbuiltins\nint\n)\x81.", b"cbuiltins\nint\n)N\x92.", b"cbuiltins\nint\n)}\x92.",
    b"NN}\x92.", b"ctypes\nFunctionType\n)\x81.", b"ctypes\nGeneratorType\n)\x81.", b"b.", b"Nb.", b"NNb.", b"NNN\x86b.", b"NNN\x87b.", b"N}b.", b"NK\x05b.", b"N}K\x05\x86b.",
    b"N(K\x01Ke.", b"a.", b"Na.", b"NNa.", b"]Na.", b"](e.", b"N(e.", b"](K\x01K\x02e.", b"N(K\x01K\x02e.", b"(e.", b"(K\x01e.", b"e.", b"s.", b"}NNs.", b"NNNs.",
    b"}K\x01s.", b"N(K\x01u.", b"}(K\x01u.", b"}(K\x01K\x02u.", b"}(]Nu.", b"(K\x01d.", b"(K\x01K\x02d.", b"(]Nd.", b"](K\x01\x90.", b"\x8f(K\x01K\x01\x90.",
    b"\x8f(]\x90.", b"(]\x91.", b"(K\x01\x91.", b"NN\x93.", b"N\x93.", b"\x8c\x08builtins\x8c\x03len\x93.", b"\x97.", b"\x98.", b"N\x98.",
    b"\x95\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x95\xff\xff\xff\xff\xff\xff\xff\x7f.", b"\x95\x02\0\0\0\0\0\0\0N.", b"\x95\x03\0\0\0\0\0\0\0N.",
    b"\x95\0\0\0\0\0\0\0\0N.", b"B\xff\xff\xff\xff.", b"B\x01\0\0\0x.", b"C\x05abc.", b"\x8e\xff\xff\xff\xff\xff\xff\xff\xff.",
    b"\x96\xff\xff\xff\xff\xff\xff\xff\xff.", b"\x96\x03\0\0\0\0\0\0\0abc.", b"\x8d\xff\xff\xff\xff\xff\xff\xff\xff.",
    b"\x8d\x01\0\0\0\0\0\0\0x.", b"X\xff\xff\xff\xff.", b"X\x01\0\0\0\xff.", b"X\x03\0\0\0\xed\xa0\x80.", b"\x8c\x02\xc3.", b"T\xff\xff\xff\xff.", b"T\x01\0\0\0\xff.",
    b"U\x02ab.", b"U\x02a", b"\x8b\xff\xff\xff\xff.", b"\x8b\x01\0\0\0\xff.", b"\x8a\x00.", b"\x8a\x02\xff\x7f.", b"\x8a\x05abc.", b"J\xff\xff\xff\xff.", b"J\0.",
    b"M\x01\x02.", b"G?\xf8\0\0\0\0\0\0.", b"G\0.", b"\x85.", b"N\x86.", b"NN\x87.", b"(N\x86.", b"(N\x85.", b"i.", b"i\n", b"ibuiltins\nint\n.",
    b"(I5\nibuiltins\nint\n.", b"(ibuiltins\nlist\n.", b"o.", b"(o.", b"(cbuiltins\nint\no.", b"(cbuiltins\nint\nI7\no.", b"(No.", b"c\n", b"cbuiltins\n",
    b"c\xff\nx\n.", b"cbuiltins\nint\nNb.", b"cbuiltins\nint\n}b.", b"cbuiltins\nint\n}K\x01K\x02sb.", b"}cbuiltins\ndict\n\x86.", b"N\x88\x89)]}\x8f.",
]:
    reads(data)
for data in ("abc", 5, None, [1]):
    reads(data)
reads(bytearray(b"K\x05."))
reads(memoryview(b"xK\x05.x")[1:])
reads(b"K\x05.ignored")
