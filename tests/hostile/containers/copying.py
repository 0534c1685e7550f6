# Copying and converting deep and large containers
deep = []
for _ in range(100000): deep = [deep]
copies = [list(deep), deep.copy(), deep[:], deep * 2, deep + deep, tuple(deep), [*deep], sorted([1]), list(reversed(deep))]
print([len(c) for c in copies])
d = {}
for _ in range(100000): d = {"k": d}
print(len(dict(d)), len(d.copy()), len({**d}), len(d | {"z": 1}))
t = ()
for _ in range(100000): t = (t, 1)
a, b = t
print(b, len(t + t), len(t * 3), t[1:], t.index(1))
def f(*args, **kwargs): return len(args), len(kwargs)
print(f(*deep), f(**d), f(t), f(*t))
def gen(v):
    yield v
print(next(gen(deep)) is deep, [x is deep[0] for x in deep], max([deep], key=len) is deep, (lambda x=deep: x)() is deep)
import functools, operator
print(functools.reduce(operator.add, [[1]] * 1000) == [1] * 1000, sum([[i] for i in range(1000)], [])[-1], len("".join(["x"] * 100000)))
del copies, deep, d, t
print("destroyed")
