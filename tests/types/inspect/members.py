# getmembers(), getattr_static(), classify_class_attrs(), getmro(), getclasstree()
import inspect


class Base:
    """Of the base."""

    shared = 1

    def method(self):
        "Base method."

    @property
    def prop(self):
        raise RuntimeError("not to be run")


class Derived(Base):
    own = 2

    def method(self):
        pass

    @classmethod
    def cm(cls):
        pass

    @staticmethod
    def sm():
        pass

    def __getattr__(self, name):
        return "dynamic " + name


d = Derived()
d.field = 3
print([n for n, v in inspect.getmembers(Derived, inspect.isfunction)])
print([n for n, v in inspect.getmembers(Derived, inspect.ismethod)])
print([n for n, v in inspect.getmembers(Derived) if not n.startswith("__")])
print([(n, v) for n, v in inspect.getmembers_static(d) if not n.startswith("__") and isinstance(v, int)])
for name in ("field", "own", "shared", "method", "prop", "cm", "sm", "missing"):
    found = inspect.getattr_static(d, name, "no")
    print(name, type(found).__name__, found if isinstance(found, (int, str)) else "")
try:
    inspect.getattr_static(d, "missing")
except AttributeError as e:
    print("AttributeError", e)
print(type(inspect.getattr_static(Derived, "__name__")).__name__, inspect.getattr_static(Derived, "own"))
for a in inspect.classify_class_attrs(Derived):
    if not a.name.startswith("__"):
        print(a.name, a.kind, a.defining_class.__name__)
print([c.__name__ for c in inspect.getmro(Derived)])


class Other(Base):
    pass


class Multiple(Derived, Other):
    pass


def names(tree):
    return [names(e) if isinstance(e, list) else (e[0].__name__, tuple(b.__name__ for b in e[1])) for e in tree]


print(names(inspect.getclasstree([Base, Derived, Other, Multiple])))
print(names(inspect.getclasstree([Base, Derived, Other, Multiple], unique=True)))
print(inspect.getdoc(Derived), inspect.getdoc(Derived.method), inspect.getdoc(d.method), inspect.getdoc(Derived.prop))
print(inspect.get_annotations(Base), inspect.get_annotations(lambda: 0))


class Annotated(Base):
    a: int
    b: "str" = "x"


print(inspect.get_annotations(Annotated), inspect.get_annotations(Annotated, eval_str=True))
try:
    inspect.get_annotations(5)
except TypeError as e:
    print(e)
