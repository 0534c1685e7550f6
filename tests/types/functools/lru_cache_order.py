# Which results a bounded cache forgets: those that were used longest ago; what is found counts as used.
from functools import lru_cache

calls = []
@lru_cache(maxsize=3)
def f(x):
    calls.append(x)
    return x * 10

for x in (1, 2, 3, 1, 4, 1, 2, 3, 4, 1, 1, 2):
    f(x)
print(calls, f.cache_info())
calls.clear()
# Many rounds over more arguments than there is room for, and over as many as there is.
for round in range(50):
    for x in (5, 6, 7):
        f(x)
print(calls, f.cache_info())
calls.clear()
for round in range(20):
    for x in range(4):
        f(x)
print(len(calls), f.cache_info())
f.cache_clear()
calls.clear()

# Against a model.
@lru_cache(maxsize=16)
def g(x):
    calls.append(x)
    return -x
model = []
state = 1
wrong = 0
for _ in range(5000):
    state = state * 1103515245 + 12345 & 0x7FFFFFFF
    x = (state >> 8) % 24
    calls.clear()
    wrong += g(x) != -x
    if x in model:
        model.remove(x)
        wrong += calls != []
    else:
        wrong += calls != [x]
        if len(model) == 16:
            model.pop(0)
    model.append(x)
info = g.cache_info()
print(wrong, info.hits + info.misses, info.maxsize, info.currsize)
