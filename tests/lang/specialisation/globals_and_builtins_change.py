# Global and built-in names that are added, removed and rebound while a loop reads them.
import builtins


def read():
    try:
        return value
    except NameError as e:
        return str(e)


out = []


def note(v):
    if not out or out[-1] != v:
        out.append(v)


for i in range(80):
    if i == 10: builtins.value = 'builtin'
    if i == 20: value = 'global'
    if i == 30: value = 'global rebound'
    if i == 40: del value
    if i == 50: globals().update(value='updated')
    if i == 60: del builtins.value
    if i == 70: globals().pop('value')
    note(read())
print(out)


def uses_len(x): return len(x)


out.clear()
for i in range(40):
    if i == 10: len = lambda x: 'global len'
    if i == 20: del len
    if i == 30: saved, builtins.len = builtins.len, lambda x: 'replaced len'
    note(uses_len([1, 2]))
builtins.len = saved
print(out, uses_len('abc'))
for i in range(300):
    globals()[f'filler_{i}'] = i
print(filler_299, uses_len('x'), read())
ns = {'__builtins__': {'helper': lambda: 'own builtins'}}
exec('def f():\n    return helper()', ns)
print([ns['f']() for _ in range(3)][-1])
ns['__builtins__']['helper'] = lambda: 'changed builtins'
print(ns['f']())
ns['helper'] = lambda: 'own global'
print(ns['f']())


def counter():
    global count
    count += 1
    return count


count = 0
for _ in range(50): counter()
count = 1.5
for _ in range(50): counter()
print(count)
count = 'text'
try:
    counter()
except TypeError as e:
    print(e)


class Dict(dict):
    def __getitem__(self, k): return f'custom {k}'
    def __missing__(self, k): return f'missing {k}'



print(eval('a + b', {'a': 1}, Dict()))
