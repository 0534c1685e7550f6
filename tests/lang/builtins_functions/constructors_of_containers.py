# list, tuple, dict, set, frozenset, str, bytes, bytearray, range, slice called in all ways.
print(list(), list('ab'), list({'k': 1}), list(range(3)), tuple(), tuple([1]), set() == set(), frozenset('a'), dict(), dict(a=1), dict([('a', 1), ['b', 2]]), dict({'a': 1}, b=2), dict(zip('ab', (1, 2))), dict(['ab', 'cd']), dict({'a': 1}, a=2))
print(str(), str(5), str(b'x'), str(b'caf\xc3\xa9', 'utf-8'), str(b'\xff', 'latin-1'), str(b'a\xff', 'ascii', 'replace'), str(object='x'), repr(str(b'', encoding='utf-8')))
print(bytes(), bytes(3), bytes([1, 2]), bytes('é', 'utf-8'), bytes(b'x'), bytes(bytearray(b'y')), bytes(range(3)), bytearray(), bytearray(2), bytearray(b'z'), bytearray('a', 'ascii'), bytes(memoryview(b'mv')), bytes((65, 66)))
t = (1, 2)
print(tuple(t) is t, list(l := [1]) is l, str(s := 'abc') is s, bytes(b := b'x') is b, frozenset(f := frozenset([1])) is f, dict(d := {}) is d)


class M:
    def keys(self): return ['x', 'y']
    def __getitem__(self, k): return k * 2


print(dict(M()), dict(M(), z=1))
for op in ['list(5)', 'list(1, 2)', 'list(iterable=[])', 'tuple(5)', 'tuple(sequence=[])', 'set(5)', 'set([[]])', 'set(1, 2)', 'frozenset({})', 'dict(5)', 'dict([1])', 'dict(["abc"])', 'dict([(1, 2, 3)])', 'dict([()])', 'dict(1, 2)', 'dict([([], 1)])', 'dict("ab")', 'dict(None)', 'dict(M)', 'str(1, 2)', 'str(b"x", 5)', 'str("x", "utf-8")', 'str(b"\\xff", "utf-8")', 'str(b"x", "nope")', 'str(1, 2, 3, 4)', 'str(nope=1)', 'bytes("x")', 'bytes(-1)', 'bytes([256])', 'bytes([-1])', 'bytes(["a"])', 'bytes(1.5)', 'bytes(None)', 'bytes("é", "ascii")', 'bytes(5, "utf-8")', 'bytes(10**20)', 'bytearray("x")', 'bytearray([300])', 'bytearray(1.5)', 'range("a")', 'range(1.0)', 'slice()', 'list.__new__(tuple)', 'dict.fromkeys(5)', 'dict.fromkeys()', 'dict.fromkeys("ab", 1)', 'set("hello") == frozenset("hello")', 'memoryview("x")', 'memoryview(5)', 'object(1)', 'type(None)(1)', 'type(...)(1)', 'type(NotImplemented)()', 'bytes(b"x", "ascii")', 'int.from_bytes(b"\\x01\\x00")', 'float.fromhex("0x1p3")', 'bytes.fromhex("zz")', 'bytes.fromhex("41 42")', 'str.maketrans("ab", "c")', 'str.maketrans({"ab": 1})', 'dict({1: 2}, **{"a": 1})', 'dict(**{1: 2})']:
    try:
        print(op, '->', eval(op))
    except Exception as e:
        print(op, '->', type(e).__name__, e)
