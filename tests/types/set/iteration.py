# Changing a set while iterating over it raises
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
s = {1, 2, 3}
try:
    for x in s:
        s.discard(x)
except RuntimeError as error:
    print(error)
print(len(s))
s = {1, 2, 3}
for x in s:
    s.add(x)
    s.discard(99)
print(s)
it = iter(s)
print(next(it), it.__length_hint__(), type(it).__name__, iter(it) is it)
s.add(4)
for _ in range(2):
    try:
        next(it)
    except RuntimeError as error:
        print(error)
s = {1}
it = iter(s)
print(list(it), list(it), it.__length_hint__())
s.add(2)
print(next(it, "end"))
s = {3, 1, 2}
print([x for x in s], sum(s), max(s), sorted(s, reverse=True), *s)
a, b, c = s
print(a, b, c)
while s:
    s.pop()
print(s)
try:
    a, b = {1, 2, 3}
except ValueError as error:
    print(error)
s = {1, 2}
try:
    for x in s:
        s.clear()
except RuntimeError as error:
    print(error)
