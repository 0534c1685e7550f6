# Generators and comprehensions over containers that change
items = [1, 2, 3]
g = (x * 2 for x in items)
items.append(4)
print(next(g))
items[1] = 20
del items[0]
print(list(g))
items = [1, 2, 3]
g = (x for x in items)
items = [9]
print(list(g))
n = 2
g = (x * n for x in range(3))
n = 10
print(list(g))
d = {1: 1}
g = (k for k in d)
d[2] = 2
try:
    print(list(g))
except RuntimeError as error:
    print(error)
print(list(g))
matrix = [[1, 2], [3]]
print([x for row in matrix for x in row if len(row) < 6 and row.append(x) is None])
print([len(r) for r in matrix])
nested = [[1], [2]]
print([y for x in nested for y in x if len(nested) < 6 and nested.append([9]) is None], len(nested))
it = iter([1, 2, 3, 4, 5, 6])
print([(x, next(it)) for x in it])
it = iter([1, 2, 3])
try:
    print([(x, next(it)) for x in it])
except StopIteration:
    print("StopIteration")
it = iter([1, 2, 3])
try:
    print(list((x, next(it)) for x in it))
except RuntimeError as error:
    print(error)
