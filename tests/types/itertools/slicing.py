# islice, takewhile, dropwhile, filterfalse, compress, pairwise, batched
from itertools import *

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(list(islice("abcdef", 3)), list(islice("abcdef", 1, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abcdef", None)), list(islice("abc", 0)), list(islice("abc", 5, 10)), list(islice("abcdef", 0, 5, 3)), list(islice([], 2)))
show(islice, "a", -1); show(islice, "a", 1, -1); show(islice, "a", 0, 1, 0); show(islice, "a", "x"); show(islice, "a"); show(islice, 5, 1); show(islice, "a", 1.5); show(islice, "a", 0, 1, "x"); show(islice, "a", 1, 2, 3, 4); show(islice, "a", 2**70)
it = iter(range(10))
print(list(islice(it, 2)), list(islice(it, 1, 3)), list(it))
it = iter(range(10))
print(list(islice(it, 2, 8, 4)), next(it))
print(list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0, 1, ""])), list(compress("abcd", [1, 0, 1])), list(compress("ab", "xyz")))
t = takewhile(lambda x: x < 2, it := iter([1, 3, 1]))
print(list(t), next(t, "end"), list(it))
show(takewhile, None); show(list, takewhile(5, [1])); show(list, dropwhile(None, [1])); show(compress, 5, [1]); show(compress, "a"); show(filterfalse, None, 5)
print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])), list(batched("abcdefg", 3)), list(batched("ab", 5)), list(batched([], 2)))
show(batched, "abc", 0); show(batched, "abc", -1); show(batched, "abc", "x"); show(batched, 5, 2); show(pairwise, 5); show(list, batched("abcdefg", 3, strict=True)); show(list, batched("abcdef", 3, strict=True)); show(batched, "a"); print(list(batched(iterable="ab", n=1)))
p = pairwise([1, 2, 3])
print(next(p), list(p), iter(p) is p, type(islice("", 0)).__name__, type(p))
def raising():
    yield 1
    raise KeyError("r")
show(list, pairwise(raising())); show(list, batched(raising(), 5)); show(list, islice(raising(), 1)); show(list, islice(raising(), 2))
