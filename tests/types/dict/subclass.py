# Overridden methods of dict subclasses and where the dict's own are used
class D(dict):
    def __getitem__(self, key): return ("getitem", key)
    def __contains__(self, key): return True
    def __iter__(self): return iter(["iter"])
    def __len__(self): return 42
    def keys(self): return ["from keys"]
d = D(a=1)
print(d["x"], "zzz" in d, list(d), len(d), d.get("a"), d.keys(), dict(d), {**d}, list(d.items()), repr(d), bool(d), d == {"a": 1}, d.copy(), {} | d)
def f(**kw): return kw
print(f(**d))
class S(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)
s = S(a=1)
s["b"] = 2
s.update(c=3)
del s["a"]
s.pop("b")
s |= {"d": 4}
s.setdefault("e", 5)
print(s)
s["n"] = s["c"]
s["n"] += 1
print(s)
class A(dict):
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.__dict__ = self
a = A(x=1)
a.y = 2
print(a, a.x, a["y"], sorted(a), vars(a) is a)
del a.x
print(a)
try:
    a.x
except AttributeError as error:
    print(error)
class Slots(dict):
    __slots__ = ("extra",)
q = Slots(k=1)
q.extra = 5
print(q, q.extra, hasattr(q, "__dict__"))
