# async with: order, exceptions, suppression, wrong types

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def run(coroutine):
    try:
        while True: coroutine.send(None)
    except StopIteration as stop:
        return stop.value
class CM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    async def __aenter__(self):
        print("enter", self.name)
        return self.name
    async def __aexit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.suppress
async def normal():
    async with CM("a") as a, CM("b") as b:
        print(a, b)
    async with (CM("c") as c, CM("d")):
        return c
print(run(normal()))
async def failing(suppress):
    async with CM("outer", suppress), CM("inner"):
        raise KeyError("body")
    return "after"
show(run, failing(True))
show(run, failing(False))
class NoExit:
    async def __aenter__(self): pass
class Sync:
    def __enter__(self): pass
    def __exit__(self, *a): pass
class NotAwaitable:
    def __aenter__(self): return 5
    def __aexit__(self, *a): return 6
class ExitNotAwaitable:
    async def __aenter__(self): return 5
    def __aexit__(self, *a): return 6
async def use(x):
    async with x: pass
for value in (NoExit(), Sync(), NotAwaitable(), ExitNotAwaitable(), 5):
    show(run, use(value))
async def sync_use():
    with CM("x"): pass
show(run, sync_use())
async def loops():
    for i in range(3):
        async with CM(i):
            if i == 0: continue
            if i == 1: break
    else:
        print("never")
    return i
print(run(loops()))
class Replace(CM):
    async def __aexit__(self, kind, value, tb): raise ValueError("replaced")
async def replaced():
    async with Replace("r"):
        raise KeyError("original")
try:
    run(replaced())
except ValueError as error:
    print(error, repr(error.__context__))
