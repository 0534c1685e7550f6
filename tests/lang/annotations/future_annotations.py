# With the future import annotations stay unevaluated strings.
from __future__ import annotations


def f(a: undefined, b: list[int] = 5, *args: x.y[1:2, ...], k: 'quoted' = None, **kw: lambda p, *q: (p, q)) -> {1: 2}:
    pass


for name, text in f.__annotations__.items():
    print(name, repr(text))


class A:
    a: B | None = None
    b: dict[str, (int, float)]
    c: 1 + 2 * 3
    d: (1 + 2) * 3
    e: -x ** 2
    f: not a and b or c
    g: [x for x in y if z]
    h: f'{x!r:>{w}} {{}}'
    i: a if b else c
    j: {**a, 'k': v}
    l: a < b <= c is not d
    m: "it's"
    n: b'bytes'
    o: (1,)
    p: ()
    q: f(*args, k=1, **kw)
    r: x[1:2:3, ::4]
    t: 1.5e10 + 2j
    u: ...
    v: lambda: (lambda x=1, /, *, y: x)(y=2)
    w: (await_ for a in b)
    x: {a for a in b}
    y: ~a @ b // c << d
    z: (a, *b)


for name, text in A.__annotations__.items():
    print(name, text)
v: not_evaluated
print(__annotations__)
print(type(f.__annotations__['a']).__name__)
