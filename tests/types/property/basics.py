# property: getters, setters, deleters, docs, decorators, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, value):
        print("set", value)
        self._x = value
    @x.deleter
    def x(self):
        print("del")
        del self._x
    @property
    def ro(self): return "ro"
    def _set(self, value): print("write only", value)
    wo = property(None, _set, doc="wo doc")
    empty = property()
    @property
    def fails(self): return self.missing_attribute
c = C()
c.x = 5
c.x += 1
print(c.x, C.x.__doc__, C.wo.__doc__, C.ro.__doc__, C.x.fget(c), C.ro.fset, C.x.__name__)
del c.x
show(lambda: c.x)
show(setattr, c, "ro", 1)
show(delattr, c, "ro")
show(lambda: c.wo)
c.wo = 7
show(delattr, c, "wo")
show(lambda: c.empty)
show(setattr, c, "empty", 1)
show(lambda: c.fails)
print(hasattr(c, "fails"), hasattr(c, "wo"), getattr(c, "fails", "default"))
c.__dict__["ro"] = "instance"
print(c.ro, c.__dict__["ro"])
p = property(lambda self: "fget")
print(p.fget(1), p.__get__(5), p.__get__(None, int) is p, type(p).__name__, p.__isabstractmethod__)
show(p.__set__, 1, 2)
show(p.__delete__, 1)
show(setattr, p, "fget", 1)
p.__doc__ = "changed"
print(p.__doc__)
q = p.setter(lambda self, v: print("v", v))
print(q is p, q.fget is p.fget, q.__doc__)
q.__set__(1, 2)
show(property(5).__get__, 1)
show(property, 1, 2, 3, 4, 5)
class Sub(C):
    @C.x.getter
    def x(self): return "sub"
s = Sub()
s.x = 3
print(s.x, s._x)
class P(property):
    def __get__(self, obj, owner=None):
        return ("P", super().__get__(obj, owner)) if obj else self
class D:
    @P
    def v(self): return 1
    @v.setter
    def v(self, value): print("P set", value)
d = D()
d.v = 9
print(d.v, type(D.v).__name__)
