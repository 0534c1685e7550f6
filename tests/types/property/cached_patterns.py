# Properties that compute, cache, validate, delegate and inherit
class Temperature:
    def __init__(self, celsius): self.celsius = celsius
    @property
    def celsius(self): return self._celsius
    @celsius.setter
    def celsius(self, value):
        if value < -273.15: raise ValueError(f"{value} is below absolute zero")
        self._celsius = value
    @property
    def fahrenheit(self): return self.celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, value): self.celsius = (value - 32) * 5 / 9
t = Temperature(100)
t.fahrenheit = 32
print(t.celsius, t.fahrenheit, vars(t))
t.celsius += 5
t.fahrenheit -= 9
print(t.celsius)
for value in (-300, "x"):
    try:
        t.celsius = value
    except (ValueError, TypeError) as error:
        print(error)
class Lazy:
    def __init__(self, function): self.function, self.name = function, function.__name__
    def __get__(self, obj, owner=None):
        if obj is None: return self
        print("computing", self.name)
        obj.__dict__[self.name] = value = self.function(obj)
        return value
class Data:
    @Lazy
    def total(self): return sum(range(10))
d = Data()
print(d.total, d.total, vars(d), type(Data.total).__name__)
del d.total
print(d.total)
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)
class Person:
    name, age = Typed(str), Typed(int)
    def __init__(self, name, age): self.name, self.age = name, age
p = Person("Ann", 30)
p.age += 1
print(p.name, p.age, vars(p))
try:
    p.age = "old"
except TypeError as error:
    print(error)
class Base:
    @property
    def v(self): return self.get()
    def get(self): return "base"
class Derived(Base):
    def get(self): return "derived"
class Override(Base):
    v = property(lambda self: "override " + super(Override, self).v)
class Extend(Base):
    @Base.v.setter
    def v(self, value): self.get = lambda: value
e = Extend()
e.v = "set"
print(Base().v, Derived().v, Override().v, e.v)
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(self._t, name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
q = Proxy(t)
q.celsius = 7
print(q.celsius, t.celsius, q.fahrenheit)
