# Changing the size of a dict while iterating over it raises
def attempt(name, make, change):
    d = {1: "a", 2: "b", 3: "c"}
    seen = []
    try:
        for item in make(d):
            seen.append(item)
            if len(seen) < 20:
                change(d)
    except RuntimeError as error:
        print(name, seen, error)
    else:
        print(name, seen, "finished", d)
counter = iter(range(100, 200))
for name, make in [("dict", lambda d: d), ("keys", dict.keys), ("values", dict.values), ("items", dict.items), ("reversed", reversed)]:
    attempt(name + " add", make, lambda d: d.__setitem__(next(counter), 0))
    attempt(name + " delete", make, lambda d: d.pop(3, None))
    attempt(name + " clear", make, dict.clear)
    attempt(name + " replace", make, lambda d: d.__setitem__(2, "new"))
d = {1: 1}
it = iter(d)
d[2] = 2
for _ in range(2):
    try:
        print(next(it))
    except RuntimeError as error:
        print(error)
del d[2]
try:
    print(next(it, "end"))
except RuntimeError as error:
    print(error)
d = {1: 1, 2: 2}
for key in list(d):
    d[key + 10] = d.pop(key)
print(d)
d = {1: 1}
it = iter(d.items())
print(next(it), next(it, "exhausted"))
d[5] = 5
print(next(it, "still exhausted"))
d = {i: i for i in range(5)}
try:
    for k in d:
        del d[k]
        d[k + 100] = 1
except RuntimeError as error:
    print(error)
print(len(d))
