# Conditional expressions nest to the right and evaluate one branch.
def grade(n):
    return 'A' if n > 90 else 'B' if n > 80 else 'C' if n > 70 else 'F'


print([grade(n) for n in (95, 85, 75, 5)])
x = 3
print('odd' if x % 2 else 'even')
print((1 if x else 2) if not x else 4)
print([1, 2][x > 2], (lambda: 1 if x else 2)())
print(1 if 0 else 2 if 0 else 3)
f = lambda n: n if n < 2 else f(n - 1) + f(n - 2)
print(f(10))
print(*([1, 2] if x else [3]), sep='-')
print({'a': 1 if x else 2, 'b' if x else 'c': 3})
a, b = (1, 2) if x > 5 else (3, 4)
print(a, b)
t = 1, 2 if x else 3, 4
print(t)
y = (yield_ := 5) if x else 0
print(y, yield_)
print(not x if x else x)
print(x if (x := 0) else 'changed')
print(x or 1 if x else x and 1)
