# memoryview over bytes and bytearray: items, slices, writing, release

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


m = memoryview(b"abcdef")
print(m[0], m[-1], m[1:3].tobytes(), m[::2].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.tobytes(), m == b"abcdef", m[::-1].tobytes(), bytes(m), list(m), 97 in m, m.contiguous, type(m.obj).__name__, m.hex(), hash(m) == hash(b"abcdef"))
show(m.__setitem__, 0, 1); show(lambda: m[10]); show(lambda: m["a"]); show(lambda: m[1.0]); show(memoryview, 5); show(memoryview, "text"); show(memoryview); show(lambda: m + m); show(lambda: m < m)
a = bytearray(b"hello")
v = memoryview(a)
v[0] = 72
v[1:3] = b"EL"
print(a, v.readonly, v[1:3][0], v[3:].tobytes())
show(v.__setitem__, slice(0, 2), b"abc"); show(v.__setitem__, 0, 256); show(v.__setitem__, 0, "a"); show(v.__setitem__, 9, 1); show(a.append, 1); show(a.clear); show(a.extend, b"x"); show(a.pop); show(hash, v); show(v.__delitem__, 0)
a[0] = 74
print(v[0], a)
v.release()
show(lambda: v[0]); show(len, v); show(v.tobytes); print(repr(v)[:16])
a.append(33)
print(a)
with memoryview(a) as w:
    print(w[0], w.toreadonly().readonly)
show(lambda: w[0])
c = memoryview(bytes(range(8))).cast("I")
print(c.format, c.itemsize, c.shape, c[0], c.tolist(), c.cast("B").tolist(), memoryview(b"ab").cast("c")[0], memoryview(b"\xff\x01").cast("b").tolist())
show(memoryview(b"abc").cast, "I"); show(memoryview(b"abc").cast, "z"); print(memoryview(b"abc") == memoryview(bytearray(b"abc")), memoryview(b"a") == "a", memoryview(b"").tobytes(), bool(memoryview(b"")), b"".join([memoryview(b"x"), b"y"]), b"abc".find(memoryview(b"c")), bytearray(memoryview(b"q")))
