# Counter: counting, arithmetic, most_common, comparison
from collections import Counter

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


c = Counter("abracadabra")
print(c, c["a"], c["zz"], "zz" in c, c.most_common(2), c.most_common(), Counter(a=2, b=-1), Counter({"x": 5}), Counter(), Counter([1, 1, 2]), list(Counter("aab").elements()), c.total(), Counter(a=0, b=-2).total())
c.update("aaa"); c.update({"z": 2}); c.update(q=1); c.subtract("ab"); c.subtract({"z": 5}); print(c)
del c["zz"], c["z"]; print(c)
a, b = Counter(x=3, y=1), Counter(x=1, y=2, z=4)
print(a + b, a - b, a & b, a | b, +Counter(x=1, y=-1, z=0), -Counter(x=1, y=-1), a == Counter(y=1, x=3), a == {"x": 3, "y": 1}, Counter(x=1) == Counter(x=1, y=0), a <= b, Counter(x=1) < a, a != b, a >= Counter(x=2), list((Counter(a=2, b=0, c=-1)).elements()))
a += b; print(a); a -= Counter(x=10); print(a); a &= Counter(y=1, z=9); print(a); a |= Counter(w=7); print(a)
show(lambda: a + 5); show(lambda: a < 5); show(Counter, 5); show(Counter, [[]]); show(Counter.fromkeys, "ab"); show(Counter, "a", "b"); show(lambda: a["new"]); print(len(a), "new" in a)
print(Counter(a=1.5) + Counter(a=2), Counter("hello").most_common(0), Counter("aabb").most_common(1), Counter(i % 3 for i in range(10)), Counter("abc") | Counter("cde"), sorted(Counter("banana").items()), dict(Counter("aa")), Counter("ab").copy(), type(Counter("a").copy()).__name__, max(Counter("abb").items(), key=lambda p: p[1]))
print(Counter(self=1, iterable=2), Counter(["x", None, 1.0, 1]), repr(Counter({1: "not a number"})), Counter(a=3).pop("a"), Counter(b=1) - Counter(b=1))
