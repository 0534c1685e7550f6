# Set operations of keys and items
d = {1: "a", 2: "b", 3: "c"}
k, i = d.keys(), d.items()
unhashable = {1: [1]}.items()

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
k & {1, 5}, k | [9], k - {1}, sorted(k ^ {1, 9}), k & k, k - [1, 2, 3]
{1, 9} & k, sorted({9} | k), {1, 9} - k, [1] | k, k.__rand__([1]), k.__rsub__({1, 9})
k == {1, 2, 3}, k == [1, 2, 3], k < {1, 2, 3, 4}, k <= k, k > {1}, k >= {9}, k != {1}, {1} < k, frozenset([1, 2, 3]) == k
k.isdisjoint([9]), k.isdisjoint(k), i.isdisjoint([(1, "a")]), {}.keys().isdisjoint({}.keys())
k & 5
k | 5
k - 5
5 - k
k < 5
k + []
k.isdisjoint(5)
k | [[]]
i & {(1, "a"), (2, "x")}, sorted(i - {(1, "a")}), sorted(i ^ {(1, "a")}), len(i | [(9, "z")])
(1, "a") in i, (1, "b") in i, (1,) in i, 5 in i, (9, "a") in i, ([], 1) in {}.items()
([], 1) in i
i == {(1, "a"), (2, "b"), (3, "c")}, i <= i, i > {(1, "a")}
unhashable ^ unhashable, unhashable == unhashable, unhashable <= unhashable
unhashable ^ {1: [2]}.items()
unhashable | set()
unhashable & {1}, unhashable - unhashable if False else None
hash(k)
d.values() == d.values(), d.values().mapping, k.mapping, k.mapping == d
k.mapping[9]
type(k)()
len(k), list(reversed(k)), list(reversed(i)), list(reversed(d.values())), k[0] if False else None
k[0]
""")
