# Generators as pipelines, coroutines, state machines and infinite sequences
def count(n=0):
    while True:
        yield n
        n += 1
def take(n, it):
    for _, x in zip(range(n), it): yield x
def evens(it): return (x for x in it if x % 2 == 0)
def squares(it):
    for x in it: yield x * x
print(list(take(5, squares(evens(count(1))))), sum(take(100, count())), list(take(0, count())))
def primes():
    found = []
    for n in count(2):
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
print(list(take(15, primes())))
def average():
    total = n = 0
    value = None
    while True:
        value = yield value
        total, n = total + value, n + 1
        value = total / n
a = average()
next(a)
print([a.send(x) for x in (10, 20, 60)])
def machine():
    state = "idle"
    while state != "done":
        event = yield state
        state = {("idle", "go"): "running", ("running", "stop"): "idle", ("running", "end"): "done"}.get((state, event), state)
    return "finished"
m = machine()
log = [next(m)]
try:
    for event in ("go", "x", "stop", "go", "end"): log.append(m.send(event))
except StopIteration as stop:
    log.append(stop.value)
print(log)
def scheduler(tasks):
    while tasks:
        task = tasks.pop(0)
        try: yield next(task)
        except StopIteration as stop: yield ("done", stop.value)
        else: tasks.append(task)
def task(name, n):
    for i in range(n): yield f"{name}{i}"
    return name
print(list(scheduler([task("a", 2), task("b", 1), task("c", 3)])))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(next(x for x in fib() if x > 10**15), [x for x, _ in zip(fib(), range(10))])
def permutations(items):
    if not items: yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]): yield (x, *rest)
print(list(permutations([1, 2, 3])), sum(1 for _ in permutations(list(range(6)))))
def merge(*its):
    heads = [(x, i, it) for i, it in enumerate(map(iter, its)) for x in [next(it, None)] if x is not None]
    while heads:
        heads.sort(key=lambda h: h[:2])
        x, i, it = heads.pop(0)
        yield x
        if (n := next(it, None)) is not None: heads.append((n, i, it))
print(list(merge([1, 4, 7], [2, 5], (x for x in [3, 6, 8]))))
def windows(it, n):
    window = []
    for x in it:
        window.append(x)
        if len(window) > n: del window[0]
        if len(window) == n: yield tuple(window)
print(list(windows(range(5), 3)))
