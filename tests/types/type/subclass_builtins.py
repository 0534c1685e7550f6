# Subclasses of every subclassable built-in keep behaviour and take attributes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


cases = [(int, (5,)), (float, (1.5,)), (complex, (1, 2)), (str, ("ab",)), (bytes, (b"ab",)), (bytearray, (b"ab",)), (list, ([1],)), (tuple, ([1],)), (dict, ({1: 2},)), (set, ([1],)), (frozenset, ([1],)), (object, ()), (type, ("T", (), {})), (Exception, ("e",)), (property, (len,)), (classmethod, (len,)), (staticmethod, (len,)), (enumerate, ([1],)), (zip, ([1],)), (map, (str, [1])), (filter, (None, [1])), (reversed, ([1],)), (super, ()), (BaseException, ()), (ValueError, (1,))]
for base, args in cases:
    class Sub(base):
        extra = "class attribute"
        def method(self): return "method"
    try:
        s = Sub(*args)
        s.attribute = "set"
        print(base.__name__, s.attribute, s.extra, s.method(), isinstance(s, base), type(s).__mro__[1] is base, {k: v for k, v in vars(s).items() if k != "__doc__"} if base is not type else "")
    except Exception as error:
        print(base.__name__, type(error).__name__, error)
for base in (bool, range, slice, type(None), type(...), type(NotImplemented), type(len), type(lambda: 0), type((x for x in [])), type([].append), memoryview, type(print), type(iter([])), type({}.keys()), type(type.__dict__["mro"]), type(int.__add__)):
    show(type, "Sub", (base,), {})
class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __new__(cls, *a, **k): return super().__new__(cls, *a)
    def __init__(self, *a, note=""): self.note = note
print(I("7", note="n").note, I(3) + I(4), [I(1)], {I(1): "x"}, f"{I(5)}", f"{I(5):3}", "%d" % I(5), str(I(6)), I(2) ** 3, -I(2), I(10) // 3, I(5) == 5, hash(I(5)) == hash(5), bool(I(0)), range(I(3)), [10, 20][I(1)])
class S(str):
    def upper(self): return "own upper"
    def __len__(self): return 99
print(S("abc").upper(), len(S("abc")), S("abc").lower(), S("abc")[1], S("a") + S("b"), "x".join([S("1"), S("2")]), S("abc") == "abc", S("b") in "abc", f"{S('q')}", S("a,b").split(","), {S("k"): 1}["k"], bool(S("")))
class D(dict):
    def __getattr__(self, name): return self[name]
    __setattr__ = dict.__setitem__
d = D(a=1)
d.b = 2
print(d.a, d.b, d, len(d), {**d}, d | {"c": 3}, list(d.items()))
