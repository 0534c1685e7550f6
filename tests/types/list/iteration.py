# List iterators see changes of the list
l = [1, 2, 3]
seen = []
for x in l:
    seen.append(x)
    if len(seen) < 8:
        l.append(x * 10)
print(seen)
l = [1, 2, 3, 4, 5, 6]
seen = []
for x in l:
    seen.append(x)
    l.remove(x)
print(seen, l)
l = [1, 2, 3]
it = iter(l)
print(next(it), it.__length_hint__())
l.clear()
print(list(it), it.__length_hint__())
l.extend([7, 8, 9])
print(list(it))
l = [1, 2, 3]
it = reversed(l)
print(next(it), it.__length_hint__())
l.append(4)
print(list(it))
it = reversed(l)
l[:] = [1]
print(list(it), list(it))
it = iter(l)
l.append(5)
print([*it])
print(type(iter([])).__name__, type(reversed([])).__name__, iter(it) is it)
l = [0] * 5
for i, l[i] in enumerate("abcde"):
    pass
print(l)
l = [1, 2, 3]
for l[0] in l:
    print(l)
it = iter(l)
it.__setstate__(2)
print(list(it))
for x in l[:]:
    l.insert(0, x)
print(l)
