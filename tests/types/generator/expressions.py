# Generator expressions: scopes, evaluation time, nested loops, laziness
trace = []
def t(x):
    trace.append(x)
    return x
g = (t(x) for x in t([1, 2, 3]) if t(x) > 1)
print(trace)
print(next(g), trace)
x = 10
print(list(x for x in range(3)), x, sum(y * x for y in range(3)), max((z for z in "hello"), key=ord))
try:
    g = (i for i in undefined_name)
except NameError as error:
    print(error)
g = (i for i in [1] for j in undefined_name)
try:
    next(g)
except NameError as error:
    print(error)
class C:
    data = [1, 2, 3]
    factor = 2
    first = list(v for v in data)
    try:
        second = list(v * factor for v in data)
    except NameError as error:
        print(error)
print(C.first)
print([[i * j for j in range(i)] for i in range(4)], {i: {j for j in range(i)} for i in range(3)}, list((a, b) for a in range(3) for b in range(a) if a + b != 2))
funcs = list(lambda: i for i in range(3))
print([f() for f in funcs], [f() for f in (lambda: i for i in range(3))])
print(any(t("any") == "any" for _ in range(5)), all(t("all") == "x" for _ in range(5)), trace[-2:])
print([y := 1, y + 1], [w := x for x in range(3)], w, any((hit := v) > 3 for v in [1, 5, 9]), hit)
def gen():
    value = yield (i for i in range(2))
    yield [i for i in value]
g = gen()
print(list(next(g)), g.send("ab"))
nested = ((x, y) for x in range(2) for y in (z * 10 for z in range(2)))
print(list(nested), tuple(i for i in ()), dict((k, v) for k, v in [("a", 1)]), set(i % 2 for i in range(5)), "".join(c for c in "abc" if c != "b"))
print([*(i for i in range(2)), *(j for j in "ab")], sorted(i for i in [3, 1]), (lambda *a: a)(*(i for i in range(2))))
from itertools import islice, count
print(list(islice((i * i for i in count() if i % 2), 5)))
