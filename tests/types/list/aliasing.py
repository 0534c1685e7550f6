# Aliasing, copies, nested changes and default arguments
a = [1, [2, 3]]
b = a
c = a[:]
d = list(a)
b.append(4)
c[1].append("shared")
print(a, b, c, d, a is b, a == c, a[1] is c[1] is d[1])
a[1] = "replaced"
print(a, c)
grid = [[0] * 2] * 2
grid[0][0] = 1
fixed = [[0] * 2 for _ in range(2)]
fixed[0][0] = 1
print(grid, fixed)
def add(item, target=[]):
    target.append(item)
    return target
print(add(1), add(2), add(3, []), add(4))
x = y = []
x += [1]
y = y + [2]
print(x, y)
e = [1, 2, 3]
for f in [e]:
    f[0] = "changed"
print(e, [e][0] is e)
def mutate(l):
    l[:] = ["in place"]
    l = ["rebound"]
    return l
print(mutate(e), e)
nested = [e, e, [e]]
e.clear()
print(nested)
e.append(nested)
print(len(e[0]), e[0][2][0] is e, e)
z = [1, 2, 3]
z[1:1] = z
z[len(z):] = z[:2]
print(z)
z[z.index(3)], z[0] = z[0], z[-1]
print(z)
m = [[1, 2], [3, 4]]
print([list(r) for r in zip(*m)], [r[::-1] for r in m], sum(m, []), [[row[i] for row in m] for i in range(2)], [m[i][i] for i in range(2)])
