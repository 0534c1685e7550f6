# Deeply nested and large comprehensions.
print(len([i for i in range(100_000)]), sum([i for i in range(100_000) if i % 7 == 0]))
print(len({i: i * i for i in range(10_000)}), len({i % 1000 for i in range(10_000)}))
t = [[[[i + j + k + l for i in range(2)] for j in range(2)] for k in range(2)] for l in range(2)]
print(t)
print([a + b + c + d + e for a in 'ab' for b in 'c' for c in 'de' for d in 'f' for e in 'gh'])
print([[r * c for c in range(1, 5)] for r in range(1, 5)])
transposed = list(zip(*[[r * c for c in range(3)] for r in range(2)]))
print(transposed)
print(sorted({w: len(w) for w in 'the quick brown fox jumps'.split()}.items()))
print([x for x in range(2, 60) if all(x % y for y in range(2, int(x ** 0.5) + 1))])
print({n: [d for d in range(1, n + 1) if n % d == 0] for n in range(1, 13)})
print([(x, y, z) for z in range(1, 21) for y in range(1, z) for x in range(1, y) if x * x + y * y == z * z])
s = 'nested'
for depth in range(15):
    s = f'[x for x in [{s}]]' if depth else '[x for x in [1]]'
print(eval(s))
print(sum(1 for a in range(30) for b in range(30) for c in range(30) if a < b < c))
inverted = {}
[inverted.setdefault(v, []).append(k) for k, v in {'a': 1, 'b': 2, 'c': 1}.items()]
print(inverted)
