# __iter__, __next__, sentinels, and iterators that misbehave.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration('done')
        self.n -= 1
        return self.n


it = Count(3)
print(list(it), list(it), next(it, 'default'))
try:
    next(it)
except StopIteration as e:
    print(e.value)
values = iter([1, 2, 3, 0, 4])
print(list(iter(lambda: next(values), 0)), list(values))
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)))
s = iter(int, 1)
print(next(s), next(s), type(s).__name__)


class Restart:
    def __init__(self): self.calls = 0
    def __iter__(self):
        self.calls += 1
        return iter(range(self.calls))


r = Restart()
print(list(r), list(r), list(r), [*r, *r])


class Resume:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n


r = Resume()
print(list(r), list(r), [x for x in r])
for op in ('next(5)', 'next([])', 'iter(5)', 'iter(5, 0)', 'next()', 'next(iter([]), 1, 2)', 'iter()', 'next(Count)', 'iter(Count)', 'iter(len)', 'next(iter([]))', 'iter([], 0)'):
    try:
        print(op, eval(op))
    except TypeError as e:
        print(op, '->', e)
    except StopIteration:
        print(op, '-> StopIteration')


class NextNotCallable:
    __next__ = 5
    def __iter__(self): return self


try:
    list(NextNotCallable())
except TypeError as e:
    print(e)
lst = [1, 2, 3]
it = iter(lst)
print(next(it))
lst.insert(0, 0)
print(list(it))
lst.append(9)
print(list(it))
it = iter(lst)
lst.clear()
print(list(it))
d = {'a': 1, 'b': 2}
it = iter(d)
next(it)
d['c'] = 3
try:
    next(it)
except RuntimeError as e:
    print(e)
z = zip([1, 2, 3], it2 := iter('ab'))
print(list(z), list(it2))
print(iter(it) is it, list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, '', 'a'])), list(zip(range(3), 'ab', [True])), list(enumerate('ab', 5)), list(reversed(range(3))))
