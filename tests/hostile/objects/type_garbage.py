# type() and class statements with garbage of every kind
import sys
values = [None, 0, "x", "", "a\0b", "\ud800", b"b", (), ((),), (None,), (5,), (int, str), (int, int), (object, int), (type,), (bool,), (range,), [], [int], {}, {"k": 2}, {"__slots__": 5}, {"__slots__": ("a", 5)}, {"__slots__": "é"}, {"__qualname__": 5}, {"__classcell__": 5}, {"__doc__": 5}, {"__module__": None}, {"__new__": 5}, {"__init__": 5}, {"__init_subclass__": 5}, {"__set_name__": 5}, {"__eq__": 5}, {"__hash__": 5}, {"__getattribute__": 5}, {"__class__": 5}, {"__dict__": 5}, {"__weakref__": 5}, {"__del__": 5}, {"__call__": 5}, {"__iter__": 5}, {"__len__": 5}, {"__bool__": 5}, {"__name__": 5}, {"__bases__": 5}, {"__mro__": 5}, {"__slots__": ("__dict__", "__weakref__", "__slots__", "__class__")}, int, type, len, 1.5, object()]
sys.unraisablehook = lambda info: None
answered = refused = 0
def use(C):
    for operation in (lambda: C(), lambda: C() == 1, lambda: hash(C()), lambda: repr(C()), lambda: C().x, lambda: len(C()), lambda: bool(C()), lambda: C()(), lambda: list(C()), lambda: C.__name__, lambda: C.__mro__, lambda: type("Sub", (C,), {}), lambda: C.__dict__, lambda: dir(C()), lambda: C.__doc__, lambda: repr(C), lambda: C().__dict__, lambda: setattr(C(), "attr", 1), lambda: setattr(C, "attr", 1), lambda: C.__qualname__, lambda: isinstance(C(), C)):
        try:
            operation()
        except Exception:
            pass
for name in ("C", 5, "", "a\0b", None, "\ud800"):
    for bases in values:
        for namespace in values if name == "C" else values[:3]:
            try:
                C = type(name, bases, namespace)
            except Exception:
                refused += 1
            else:
                answered += 1
                use(C)
print(answered > 20, refused > 100)
for base in values:
    for keyword in ({}, {"metaclass": 5}, {"metaclass": len}, {"metaclass": lambda *a: None}, {"other": 1}):
        try:
            class D(base, **keyword): x = 1
        except Exception:
            pass
print("survived")
