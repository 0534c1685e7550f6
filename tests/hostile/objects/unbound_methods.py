# Methods of built-in types called on wrong and right receivers
instances = [5, 2**70, -1.5, 1j, "abc", "é😀", b"abc", bytearray(b"abc"), [3, 1, 2], (1, 2), {1: 2}, {1, 2}, frozenset([1]), range(5), slice(1, 2), lambda x: x, len, ValueError("v"), object(), int, None, ..., iter([1]), (x for x in "ab"), enumerate("ab"), zip("ab"), map(str, [1]), property(), classmethod(len), staticmethod(len), {}.keys(), {1: 2}.items(), "".join, type("C", (), {})(), super(int, 5)]
arguments = [(), (1,), ("a",), (None,), (1, 2), ("a", "b"), ([],), ({},), (-1,), (2**63,), (b"a",), (slice(0, 2),), (lambda *a: 1,), (1, 2, 3), ("b", 1, 2), (1.5,)]
count = 0
for o in instances:
    for name in dir(type(o)):
        if name in ("__reduce__", "__reduce_ex__", "__init_subclass__", "__subclasshook__", "mro", "__sizeof__", "__subclasses__", "__buffer__", "__release_buffer__", "__pow__", "__lshift__", "__rpow__", "__rlshift__", "__mul__", "__rmul__", "__imul__", "zfill", "ljust", "rjust", "center", "expandtabs", "to_bytes", "throw"): continue
        try:
            method = getattr(o, name)
        except Exception:
            continue
        if not callable(method): continue
        for args in arguments:
            try:
                method(*args)
            except Exception:
                pass
            count += 1
        for other in (5, "x", [], None):
            try:
                getattr(type(o), name)(other)
            except Exception:
                pass
print(count > 8000)
