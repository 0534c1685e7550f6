# Built-in functions called with garbage arguments
import builtins
garbage = [None, 0, -1, 1.5, 2**70, "", "text", b"\xff", [], (), {}, {1}, object(), int, len, lambda *a, **k: None, float("nan"), 1j, range(3), slice(None), ..., (x for x in "ab"), ValueError("v"), bytearray(b"x"), frozenset(), type, super, property(), iter([])]
skip = {"input", "breakpoint", "exit", "quit", "help", "open", "print", "copyright", "credits", "license", "__build_class__", "__import__", "exec", "eval", "compile", "memoryview"}
names = [n for n in dir(builtins) if callable(getattr(builtins, n)) and n not in skip]
count = 0
for name in names:
    function = getattr(builtins, name)
    for a in garbage:
        for args in ((a,), (a, a), (a, 0, a)):
            if name in ("list", "tuple", "set", "sorted", "sum", "max", "min", "frozenset", "bytes", "bytearray", "dict", "enumerate", "zip", "pow") and 2**70 in [x for x in args if type(x) is int] and name in ("pow", "bytes", "bytearray"):
                continue
            try:
                function(*args)
            except Exception:
                pass
            count += 1
        try:
            function(a, key=a)
        except Exception:
            pass
print(count > 5000)
types = [int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, property, type(lambda: 0), type(len), type, object, type(None), BaseException, super, enumerate, zip, map, filter, reversed, type((x for x in []))]
count = 0
for cls in types:
    for name in dir(cls):
        if name in ("__init_subclass__", "__subclasshook__", "__reduce__", "__reduce_ex__", "mro", "__subclasses__", "__abstractmethods__", "__sizeof__", "__buffer__", "__release_buffer__"): continue
        method = getattr(cls, name, None)
        if not callable(method): continue
        for args in ((), (None,), (5, None), ("x", "y"), (b"x",), ([],), ({}, {}), (1.5, 2), (lambda: 0,), ((), ()), (-1,), ("abc", 10), ([3, 1], [2]), (slice(None), slice(1, 2))):
            try:
                method(*args)
            except Exception:
                pass
            count += 1
print(count > 5000)
