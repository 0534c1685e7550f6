# count, cycle, repeat
import itertools
from itertools import count, cycle, repeat, islice

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


take = lambda n, it: list(islice(it, n))
print(take(3, count()), take(3, count(5)), take(3, count(5, -2)), take(3, count(1.5, 0.5)), take(3, count(10**30)), take(3, count(0, 10**20)), take(3, count(step=3)), take(3, count(start=2, step=0)), take(2, count(1j)), take(3, count(2**63 - 2)), take(3, count(2**62 - 2)), take(3, count(-(2**63) + 1, -1)), take(2, count(True)))
c = count(5)
next(c)
print(c, count(1.5, 0.5), count(5, 2), count(5, 1), repr(count(10**30)), count(-3))
show(count, "a"); show(count, 1, "a"); show(count, None); show(count, 1, 2, 3); show(count, foo=1)
print(take(5, cycle("ab")), list(cycle([])), take(3, cycle(x for x in [1])), iter(c) is c)
show(cycle, 5); show(cycle)
l = [1, 2]
it = cycle(l)
print(next(it), next(it))
l.append(3)
print(take(7, it))
print(list(repeat("x", 3)), take(2, repeat(None)), list(repeat(1, 0)), list(repeat(1, -5)), repeat(5), repeat("a", 2), repeat(1, times=1), list(repeat(object=1, times=2)))
show(repeat, 1, "a"); show(repeat); show(repeat, 1, 1.5); show(repeat, 1, None); show(repeat, 1, 2, 3)
r = repeat(1, 3)
print(next(r), r, r.__length_hint__(), list(r), r)
show(lambda: repeat(1).__length_hint__())
print(list(map(pow, range(4), repeat(2))), list(zip(count(), "ab")), sum(repeat(2, 5)), [len(take(5, cycle(range(n)))) for n in (1, 2, 7)])
