# What copies are made from, and what states are refused
import copy, warnings
from itertools import *
warnings.simplefilter("ignore")

def stepped(it, n):
    for _ in range(n):
        next(it, None)
    return it

def parts(x):
    if isinstance(x, tuple):
        return tuple(parts(i) for i in x)
    if isinstance(x, (int, str, list, type(None))):
        return x
    if type(x).__module__ == "itertools" and hasattr(x, "__reduce__") and not isinstance(x, type):
        return parts(x.__reduce__())
    return getattr(x, "__name__", None) or type(x).__name__

def set(it, state):
    it.__setstate__(state)
    return list(islice(it, 5))

def warned():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        copy.copy(count())
    return [(w.category.__name__, str(w.message)) for w in caught]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
parts(count(5)), parts(count(5, 2)), parts(count(1 << 70)), parts(repeat(1)), parts(repeat(1, 3))
parts(stepped(cycle("ab"), 1)), parts(stepped(cycle("ab"), 5)), parts(stepped(accumulate([1, 2, 3]), 2)), parts(stepped(islice("abcdef", 1, 5, 2), 1)), parts(stepped(islice("ab", 1), 5))
parts(chain("ab")), parts(stepped(chain("ab"), 1)), parts(stepped(chain("ab"), 5))
parts(product("ab", [1])), parts(stepped(product("ab", [1]), 2)), parts(stepped(product("ab"), 9))
parts(permutations("ab")), parts(stepped(permutations("ab"), 2)), parts(stepped(permutations("ab"), 9)), parts(stepped(combinations("abc", 2), 2)), parts(stepped(combinations("abc", 2), 9))
parts(stepped(zip_longest("ab", "c"), 2)), parts(zip_longest("a", fillvalue=5)), parts(groupby("aab")), parts(stepped(groupby("aab"), 1))
set(product("ab", "cd"), (1, 1)), set(product("ab", "cd"), (0, 0)), set(product("ab", "cd"), (9, -9))
set(product("ab"), (0, 0))
set(product("ab"), 5)
set(product("ab"), ("a",))
set(combinations("abcd", 2), (1, 2)), set(combinations("abcd", 2), (9, 9)), set(combinations_with_replacement("ab", 2), (0, 1))
set(combinations("abcd", 2), (1,))
set(permutations("abc", 2), ((1, 0, 2), (2, 2))), set(permutations("abc"), ((9, 9, 9), (-1, 9, 9)))
set(permutations("abc", 2), ((1, 0), (2, 2)))
set(permutations("abc", 2), 5)
set(cycle("ab"), (["x"], 1)), set(cycle("ab"), (["x"], 0))
set(cycle("ab"), 5)
set(cycle("ab"), ([],))
set(cycle("ab"), (5, 0))
set(cycle("ab"), ([], "a"))
set(chain("ab"), (iter(["cd"]),)), set(chain("ab"), (iter(["cd"]), iter("xy")))
set(chain("ab"), 5)
set(chain("ab"), ())
set(chain("ab"), (1, 2, 3))
set(chain("ab"), ("ab",))
set(accumulate([1, 2]), 10), set(dropwhile(bool, [1, 0, 1]), 1), set(takewhile(bool, [1, 0, 1]), True), set(islice("abc", 2), 1), set(zip_longest("a", "bc"), "-")
set(islice("abc", 2), "a")
copy.copy(batched("ab", 1))
copy.copy(pairwise("ab"))
warned()
""")
