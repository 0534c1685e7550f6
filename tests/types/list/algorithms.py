# Queues, stacks, sieves, binary search and merging written with lists
def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if flags[i]: flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i, f in enumerate(flags) if f]
def merge(a, b):
    result, a, b = [], a[:], b[:]
    while a and b: result.append(a.pop(0) if a[0] <= b[0] else b.pop(0))
    return result + a + b
def merge_sort(l): return l if len(l) < 2 else merge(merge_sort(l[:len(l) // 2]), merge_sort(l[len(l) // 2:]))
def quick(l): return l if len(l) < 2 else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def bisect(l, x):
    lo, hi = 0, len(l)
    while lo < hi:
        mid = (lo + hi) // 2
        if l[mid] < x: lo = mid + 1
        else: hi = mid
    return lo
def permutations(l): return [l[i:i + 1] + p for i in range(len(l)) for p in permutations(l[:i] + l[i + 1:])] if l else [[]]
def flatten(l): return [y for x in l for y in (flatten(x) if isinstance(x, list) else [x])]
data = [(i * 37 + 11) % 101 for i in range(60)]
print(sieve(60), merge_sort(data) == sorted(data) == quick(data), [bisect(sorted(data), x) for x in (0, 50, 101)], permutations([1, 2, 3]), flatten([1, [2, [3, [4, []]], 5]]))
stack, output = [], []
for token in "3 4 + 2 * 7 /".split():
    if token.isdigit(): stack.append(int(token))
    else:
        b, a = stack.pop(), stack.pop()
        stack.append({"+": a + b, "*": a * b, "/": a / b}[token])
print(stack)
queue, seen, graph = [0], {0}, {i: [(i * 2) % 11, (i + 3) % 11] for i in range(11)}
while queue:
    node = queue.pop(0)
    output.append(node)
    for next_node in graph[node]:
        if next_node not in seen:
            seen.add(next_node)
            queue.append(next_node)
print(output)
rows = [[1]]
for _ in range(6): rows.append([a + b for a, b in zip([0] + rows[-1], rows[-1] + [0])])
print(rows[-1])
l = list(range(10))
while len(l) > 2: l = l[1::2] + l[:1]
print(l)
