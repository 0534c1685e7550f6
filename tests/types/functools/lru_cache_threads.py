# Threads that share cached functions: counts and results hold.
import threading
from functools import cache, lru_cache

@cache
def everything(n):
    return [n]
@lru_cache(8)
def some(n):
    return n * n
@lru_cache(None, typed=True)
def typed(a, b=0, **options):
    return (a, b, len(options))
ROUNDS = 300
wrong = []
start = threading.Barrier(4)
def work(seed):
    start.wait()
    for i in range(ROUNDS):
        n = (i * seed) % 13
        if everything(n) != [n] or some(n) != n * n or typed(n, b=seed, c=1) != (n, seed, 1):
            wrong.append((seed, i))
        if i % 100 == 99:
            some.cache_clear()
threads = [threading.Thread(target=work, args=(seed,)) for seed in (1, 3, 5, 7)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
info = everything.cache_info()
print(wrong, info.hits + info.misses, info.currsize, some.cache_info().currsize <= 8)
info = typed.cache_info()
print(info.hits + info.misses, info.currsize)
