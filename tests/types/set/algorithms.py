# Sets in use: primes, graph search, powersets, duplicates, equivalence classes
primes = set(range(2, 100))
for i in range(2, 10): primes -= set(range(i * i, 100, i))
print(sorted(primes), len(primes))
def powerset(s): return [set()] if not s else [p | extra for p in powerset(set(sorted(s)[1:])) for extra in (set(), {min(s)})]
print(sorted(map(sorted, powerset({1, 2, 3}))), len(powerset(set(range(7)))))
words = "eat tea tan ate nat bat".split()
print(sorted(sorted(w for w in words if frozenset(w) == key) for key in {frozenset(w) for w in words}), len({"".join(sorted(w)) for w in words}))
seen, duplicates = set(), []
for x in [3, 1, 3, 2, 1, 3]: duplicates.append(x) if x in seen else seen.add(x)
print(duplicates, seen, list(dict.fromkeys([3, 1, 3, 2])))
edges = {(1, 2), (2, 3), (4, 5), (6, 6), (5, 7)}
components = []
for a, b in sorted(edges):
    joined = {a, b}.union(*[c for c in components if c & {a, b}])
    components = [c for c in components if not c & {a, b}] + [joined]
print(sorted(map(sorted, components)))
def closure(relation):
    while True:
        new = relation | {(a, d) for a, b in relation for c, d in relation if b == c}
        if new == relation: return relation
        relation = new
print(sorted(closure({(1, 2), (2, 3), (3, 4)})))
a, b, c = {1, 2, 3, 4}, {3, 4, 5}, frozenset({4, 5, 6})
print(a & b | c, (a | b) - c, a ^ b ^ c, a.intersection(b, c), set.union(a, b, c), a - b - c, (a & b) <= a <= (a | b), not a.isdisjoint(b), {x for s in (a, b, c) for x in s}, sum(a | b), max(a ^ b))
matrix = {frozenset([i, j]) for i in range(3) for j in range(3)}
print(len(matrix), frozenset([0]) in matrix, {0, 1} in matrix, sorted(map(sorted, matrix)))
big = set(range(10000))
big -= {x for x in big if x % 7}
big |= {x * x for x in range(50)}
print(len(big), sum(big), 49 in big, 50 in big)
