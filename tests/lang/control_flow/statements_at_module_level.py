# Module-level control flow uses globals; names made there are visible everywhere.
if True:
    from_if = 1
for from_for in range(3):
    inner = from_for * 2
while inner > 0:
    inner -= 3
try:
    from_try = 1
    raise ValueError
except ValueError as gone:
    from_except = 2
finally:
    from_finally = 3
with type('CM', (), {'__enter__': lambda s: 'cm', '__exit__': lambda s, *a: None})() as from_with:
    pass
match 5:
    case from_match: pass
print(from_if, from_for, inner, from_try, from_except, from_finally, from_with, from_match, 'gone' in globals())
lam = lambda: from_for
from_for = 'rebound'
print(lam())
a = b = c = 0
a, (b, c) = 1, (2, 3)
print(a, b, c)
del a
print('a' in globals(), __name__, __doc__, type(__file__).__name__, __spec__ is None or True)
for i in range(2):
    def made(): return i
    class Made: value = i
print(made(), Made.value)
i = 'changed'
print(made(), Made.value)
x: int
try:
    x
except NameError as e:
    print(e)
total = 0
for i in range(5):
    for j in range(i):
        if (i + j) % 2: continue
        total += i * j
    else:
        total += 100
print(total)
exec('made_by_exec = total')
print(made_by_exec)
