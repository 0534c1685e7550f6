# for uses __iter__, or __getitem__ from 0 until IndexError.
for x in 'ab', [1], (2,), {3: 4}, {5}, b'A', range(2):
    for y in x:
        print(y, end=' ')
print()


class Seq:
    def __getitem__(self, i):
        print('item', i)
        if i == 2:
            raise IndexError
        return i


for x in Seq():
    print(x)


class Stop:
    def __getitem__(self, i):
        if i == 1:
            raise StopIteration
        return i


print(list(Stop()))


class Bad:
    def __iter__(self):
        return 5


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class BadNext:
    def __iter__(self):
        return self


for value in (5, None, Bad(), NoIter(), BadNext(), len, 1.5, int, object()):
    try:
        for x in value:
            pass
    except TypeError as e:
        print(e)
lst = [1, 2, 3]
for x in lst:
    if x < 3:
        lst.append(x + 10)
    if len(lst) > 6:
        break
print(lst)
for x in lst[:]:
    lst.remove(x)
print(lst)
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 1
except RuntimeError as e:
    print(e)
try:
    for k in d:
        del d[k]
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s:
        s.add(k + 1)
except RuntimeError as e:
    print(e)
for i in range(3):
    i *= 10
print(i)
for i in range(0):
    pass
print(i)
for a, b in zip('ab', (1, 2)): print(a, b)
for i, (k, v) in enumerate({'x': 1}.items()): print(i, k, v)
