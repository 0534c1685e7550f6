# __call__, __getitem__, __setitem__, __delitem__, __contains__, __len__ found on the class

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    def __call__(self, *a, **k): return a, k
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
    def __contains__(self, x): return x
    def __len__(self): return 7
c = C()
print(c(1, a=2), c[1], c[1:2], c[1, 2], c[()], c[...], 5 in c, 0 in c, "" in c, 5 not in c, len(c), callable(c), bool(c))
c["k"] = 1
c[1:2, 3] = 2
del c["k"], c[:]
c[0] += 5
c.__call__ = lambda: "instance"
c.__len__ = lambda: 99
print(c(), len(c), c.__call__(), c.__len__())
for value in (-1, 2**63, "x", 1.5, None, True):
    class L:
        def __len__(self): return value
    show(len, L()); show(bool, L())
class NoContains:
    def __iter__(self): return iter([1, 2])
class NoneContains:
    __contains__ = None
    def __iter__(self): return iter([1])
print(1 in NoContains(), 3 in NoContains())
show(lambda: 1 in NoneContains()); show(lambda: 1 in object()); show(lambda: object()());  show(lambda: object()[0]); show(lambda: C[0]); show(lambda: len(C))
def put(o, k, v): o[k] = v
def cut(o, k): del o[k]
show(put, object(), 0, 1); show(cut, object(), 0); show(put, "abc", 0, 1); show(cut, (1,), 0); show(put, 5, 0, 1); show(put, range(3), 0, 1); show(cut, {}, 1)
class Nested:
    class __call__:
        def __new__(cls, *args): return ("class as call", args)
print(Nested()(1))
class Chain:
    __call__ = C()
print(Chain()(1, 2))
class NoneCall: __call__ = None
show(NoneCall()); print(callable(NoneCall()))
class Meta(type):
    def __call__(cls, *a): return ("meta call", a)
    def __getitem__(cls, k): return ("meta getitem", k)
    def __len__(cls): return 3
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter("meta")
class M(metaclass=Meta):
    def __class_getitem__(cls, k): return "class_getitem"
print(M(1), M[2], len(M), 1 in M, list(M))
