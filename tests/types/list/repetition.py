# Repetition shares elements; concatenation makes new lists
l = [[]] * 3
l[0].append(1)
print(l, l[0] is l[2])
print([1, 2] * 3, 3 * [1, 2], [1] * 0, [1] * -1, [] * 5, [None] * 3, [1] * True)
a = [1]
b = a
a = a + [2]
print(a, b)
a = b
a += [3]
print(a, b, a is b)
class R:
    def __radd__(self, other): return ("radd", other)
    def __rmul__(self, other): return ("rmul", other)
    def __index__(self): return 2
print([1] + R(), [1] * R() if False else R.__rmul__(None, [1]))
class N(list):
    def __add__(self, other): return "N.add"
    def __radd__(self, other): return "N.radd"
    def __mul__(self, n): return "N.mul"
    def __iadd__(self, other): return "N.iadd"
print(N() + [1], [1] + N(), N() * 2, 2 * N([1]))
n = N()
n += [1]
print(n)
matrix = [[0] * 3 for _ in range(2)]
matrix[0][1] = 5
print(matrix)
print([1, 2, 3][::-1] * 2, ([1] + [2]) * 2, [*range(3)] + [*"ab"], sum([[1], [2, 3]], []))
big = [0] * 10000
big[9999] = 1
print(sum(big), len(big + big), big.index(1), (big * 10).count(1))
