# Names in property errors; properties on metaclasses and with slots

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    a = property(lambda self: 1)
    def get(self): return 2
    b = property(get)
    c = b
C.late = property(lambda self: 3)
x = C()
show(setattr, x, "a", 1)
show(setattr, x, "b", 1)
show(setattr, x, "c", 1)
show(setattr, x, "late", 1)
show(delattr, x, "late")
print(C.a.__name__, C.b.__name__, C.late.__name__)
class Meta(type):
    @property
    def name(cls): return "class " + cls.__name__
    @name.setter
    def name(cls, value): cls.__name__ = value
class M(metaclass=Meta): pass
print(M.name)
M.name = "Renamed"
print(M.name, M.__name__)
show(lambda: M().name)
class S:
    __slots__ = ("_v",)
    @property
    def v(self): return self._v
    @v.setter
    def v(self, value): self._v = value
s = S()
show(lambda: s.v)
s.v = 4
print(s.v)
class A:
    @property
    def p(self): return "A"
class B(A):
    p = "B"
b = B()
b.p = "instance"
print(b.p, A().p, super(B, b).p)
class G:
    @property
    def p(self): raise AttributeError("inside property")
    def __getattr__(self, name): return f"getattr {name}"
print(G().p)
class H:
    @property
    def p(self): raise KeyError("key")
show(lambda: H().p)
show(lambda: hasattr(H(), "p"))
class Gen:
    @property
    def items(self):
        yield 1
        yield 2
print(list(Gen().items), callable(C.a), isinstance(C.__dict__["a"], property))
