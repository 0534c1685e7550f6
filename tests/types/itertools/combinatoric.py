# product, permutations, combinations, combinations_with_replacement
from itertools import product, permutations, combinations, combinations_with_replacement as cwr

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(list(product("ab", [1, 2])), list(product()), list(product("ab", repeat=2)), list(product([], "ab")), list(product("ab", repeat=0)), len(list(product(range(3), repeat=3))), list(product("a", "b", repeat=2)), list(product("ab", repeat=1)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations("abc", 4)), list(permutations("", 0)), list(permutations([1, 1])), len(list(permutations(range(5)))), list(permutations("ab", 0)), list(permutations("ab", None)), list(permutations("abc", r=1)))
print(list(combinations("abcd", 2)), list(combinations("abc", 3)), list(combinations("abc", 4)), list(combinations("abc", 0)), list(combinations([1, 1, 2], 2)), list(combinations("abcde", 4)))
print(list(cwr("abc", 2)), list(cwr("ab", 3)), list(cwr("", 2)), list(cwr("", 0)), list(cwr("a", 3)))
for function in (permutations, combinations, cwr):
    show(function, "ab", -1); show(function, 5, 1); show(function, "ab", "x"); show(function, "ab", 1.5)
show(product, 5); show(product, "a", repeat=-1); show(product, "a", repeat="x"); show(product, "a", foo=1); show(combinations, "a"); show(permutations); show(permutations, "ab", 10**20); show(product, "ab", repeat=10**20)
l = [1, 2]
p = product(l, l)
l.append(3)
print(list(p), type(p), next(p, "end"), iter(p) is p)
first = next(combinations("ab", 2))
print(first, sum(1 for _ in combinations(range(20), 5)), max(permutations([2, 3, 1])), [("".join(c)) for c in combinations("abcd", 3)])
it = permutations(range(3))
seen = [next(it) for _ in range(3)]
print(seen, list(it), seen[0])
