# accumulate, chain, starmap, zip_longest, tee, groupby
from itertools import *
import operator

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([], initial=5)), list(accumulate([1, 2], initial=10)), list(accumulate("abc")), list(accumulate([3, 1, 2], max)), list(accumulate([])), list(accumulate([1, 2], func=lambda a, b: (a, b))), list(accumulate([1, 2], None)), list(accumulate([1, 2], initial=None)))
show(accumulate, 5); show(list, accumulate([1, "a"])); show(list, accumulate([1, 2], 5)); show(accumulate); show(accumulate, [1], foo=1)
print(list(chain("ab", [1], ())), list(chain()), list(chain.from_iterable(["ab", [1]])), list(chain.from_iterable({"k": 1})), list(chain({1: 2}, range(2))))
show(list, chain([1], 5)); show(chain.from_iterable, 5); show(list, chain.from_iterable([5])); show(list, chain("a", None))
c = chain([1], [2])
print(next(c), next(c), next(c, "end"), type(c), iter(c) is c)
print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ["ab", [1, 5]])), list(starmap(lambda *a: a, [(), (1,)])))
show(list, starmap(pow, [5])); show(starmap, 5); show(list, starmap(5, [()])); show(list, starmap(pow, [(1,)]))
print(list(zip_longest("abc", [1])), list(zip_longest("ab", [1], fillvalue="-")), list(zip_longest()), list(zip_longest("", [])), list(zip_longest("a", "bc", "def", fillvalue=0)))
show(zip_longest, 5); show(zip_longest, "a", foo=1)
a, b = tee(iter([1, 2, 3]))
print(next(a), list(b), list(a), tee([1], 0), len(tee("a", 3)), [list(t) for t in tee("ab", 3)])
show(tee, [1], -1); show(tee, 5); show(tee, [1], "x"); show(tee)
x, = tee(iter("abc"), 1)
y, z = tee(x)
next(y)
print(list(x), list(y), list(z), type(x).__name__)
print([(k, list(g)) for k, g in groupby("aabbbc")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda n: n % 2)], list(groupby([])), [k for k, g in groupby("aab")])
groups = list(groupby("aabb"))
print([(k, list(g)) for k, g in groups])
it = groupby("aaabbb")
k, g = next(it)
print(next(g), next(it)[0], list(g))
show(groupby, 5); show(list, groupby([1], 5)); show(list, groupby([1, 2], key=lambda: 0)); show(groupby)
