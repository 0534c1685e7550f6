# Copies of iterators go on from the same place
import copy, warnings
from itertools import *
warnings.simplefilter("ignore")
makers = [
    lambda: count(5), lambda: count(1.5, 0.5), lambda: count(1 << 70), lambda: cycle("abc"), lambda: repeat("x", 4), lambda: accumulate([1, 2, 3, 4]), lambda: accumulate([1, 2], initial=10),
    lambda: accumulate([1, 2, 3], lambda a, b: a * b), lambda: chain("ab", "cd"), lambda: chain.from_iterable(["ab", "c"]), lambda: compress("abcd", [1, 0, 1, 1]),
    lambda: dropwhile(lambda x: x < 2, [1, 2, 3, 1]), lambda: takewhile(lambda x: x < 3, [1, 2, 3, 1]), lambda: filterfalse(None, [0, 1, "", 2]), lambda: starmap(pow, [(2, 3), (3, 2), (4, 2)]),
    lambda: islice("abcdef", 1, 5, 2), lambda: islice("abcdef", 2, None), lambda: zip_longest("abc", "d", fillvalue="-"), lambda: product("ab", [1, 2]), lambda: product("ab", repeat=2),
    lambda: permutations("abc", 2), lambda: permutations("abc"), lambda: combinations("abcd", 2), lambda: combinations("ab", 3), lambda: combinations_with_replacement("abc", 2),
]
for make in makers:
    for steps in (0, 1, 2, 4, 30):
        it = make()
        for _ in range(steps):
            next(it, None)
        one, two = copy.copy(it), copy.deepcopy(it)
        print(type(it).__name__, steps, list(islice(two, 5)), end=" ")
        if not isinstance(it, (chain, compress, dropwhile, takewhile, filterfalse, starmap, islice, zip_longest, accumulate, cycle)):
            print(list(islice(one, 5)) == list(islice(it, 5)), end="")
        print()
