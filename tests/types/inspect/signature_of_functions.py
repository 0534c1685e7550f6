# signature(): kinds, defaults, annotations, text and repr
import inspect
import typing


def plain(a, b=2, *args, c, d=4, **kwargs):
    pass


def positional(a, b=1, /, c=2):
    pass


def star(*, z):
    pass


def annotated(a: int, b: "str" = "x", *c: float, d: list[int] = [], **e: typing.Any) -> typing.Optional[int]:
    pass


class Outer:
    class Inner:
        pass


def own_types(a: Outer, b: Outer.Inner, c: None = None) -> "Outer":
    pass


for f in (plain, positional, star, annotated, own_types, lambda x, *y: x, lambda: 0):
    s = inspect.signature(f)
    print(s, repr(s))
    for p in s.parameters.values():
        print("   ", p.name, p.kind, p.kind.description, repr(p), p.default is p.empty, p.annotation is p.empty)
    print("   ", s.return_annotation is s.empty)

s = inspect.signature(plain)
print(s.parameters)
print(s == inspect.signature(plain), hash(s) == hash(inspect.signature(plain)), s == inspect.signature(star))
print(s.replace(return_annotation=int))
print(s.replace(parameters=[p.replace(default=p.empty) for p in s.parameters.values()]))
print(s.format(max_width=20))
print(inspect.Signature().format(max_width=0))
print(inspect.signature(annotated).format(max_width=30))
print(inspect.signature(own_types, eval_str=True))
print(sorted([inspect.Parameter.VAR_KEYWORD, inspect.Parameter.POSITIONAL_ONLY]))
print([repr(k) for k in type(inspect.Parameter.KEYWORD_ONLY)])
try:
    s.parameters["a"] = 1
except TypeError as e:
    print(e)
for bad in (1, None, "text"):
    try:
        inspect.signature(bad)
    except TypeError as e:
        print(e)


def generator_expression_argument():
    return (x for x in "ab")


print(inspect.signature(type((lambda: 0))))
f = lambda a: a
f.__signature__ = inspect.signature(star)
print(inspect.signature(f))
f.__signature__ = "(x, /, y=3)"
print(inspect.signature(f))
f.__signature__ = 5
try:
    inspect.signature(f)
except TypeError as e:
    print(e)
