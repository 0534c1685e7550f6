# Recursive functions: mutual, memoised, through data structures, closures and generators
def ackermann(m, n): return n + 1 if m == 0 else ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
def gcd(a, b): return a if b == 0 else gcd(b, a % b)
def subsets(items): return [[]] if not items else [s + e for s in subsets(items[1:]) for e in ([], [items[0]])]
def queens(n, row=0, cols=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,)) for c in range(n) if all(c != k and abs(c - k) != row - r for r, k in enumerate(cols)))
def tree(n): return None if n == 0 else (tree((n - 1) // 2), n, tree(n - 1 - (n - 1) // 2))
def walk(t):
    if t:
        yield from walk(t[0])
        yield t[1]
        yield from walk(t[2])
def depth(t): return 0 if t is None else 1 + max(depth(t[0]), depth(t[2]))
def collatz(n, memo={1: 0}):
    if n not in memo: memo[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]
def pairs(s): return [""] if s == 0 else [f"({a}){b}" for i in range(s) for a in pairs(i) for b in pairs(s - 1 - i)]
def change(amount, coins): return 1 if amount == 0 else 0 if amount < 0 or not coins else change(amount - coins[0], coins) + change(amount, coins[1:])
y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(ackermann(2, 5), len(hanoi(6)), hanoi(2), even(200), odd(201), gcd(1071, 462), len(subsets("abcde")), queens(6), list(walk(tree(10))), depth(tree(100)), max(range(1, 300), key=collatz), pairs(3), change(40, [25, 10, 5, 1]), y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(10))
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
def edit(a, b): return len(a or b) if not a or not b else edit(a[1:], b[1:]) if a[0] == b[0] else 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))
print(list(flatten([1, (2, [3, (4,)]), [], 5])), edit("kitten", "sitting"), (lambda f, n: f(f, n))(lambda f, n: n and n + f(f, n - 1), 50))
