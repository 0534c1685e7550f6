# Coroutines driven by hand: send, await, close, attributes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Awaitable:
    def __init__(self, value): self.value = value
    def __await__(self):
        received = yield self.value
        return received
async def child(n):
    result = await Awaitable(n)
    return ("child", result)
async def parent():
    a = await child(1)
    b = await child(2)
    return a, b
c = parent()
print(type(c).__name__, c.send(None), c.send("x"), c.cr_running, c.cr_await is not None, c.__name__, c.__qualname__)
try:
    c.send("y")
except StopIteration as stop:
    print(stop.value)
show(c.send, None)
async def simple(): return 5
c = simple()
show(c.send, 1)
show(lambda: iter(c))
show(lambda: next(c))
show(lambda: list(c))
show(lambda: c())
c.close()
show(c.send, None)
w = simple().__await__()
print(type(w).__name__, iter(w) is w)
show(next, w)
async def raises(): raise KeyError("from coroutine")
c = raises()
show(c.send, None)
async def catches():
    try:
        await Awaitable("wait")
    except ValueError as error:
        return f"caught {error}"
    finally:
        print("finally")
c = catches()
c.send(None)
show(c.throw, ValueError("thrown"))
c = catches()
c.send(None)
print(c.close())
async def stop(): raise StopIteration("s")
show(stop().send, None)
for value in (5, [1], "a", None):
    async def bad(): await value
    show(bad().send, None)
class BadAwait:
    def __await__(self): return 5
class IterAwait:
    def __await__(self): return iter([])
class CoroAwait:
    def __await__(self):
        inner = simple()
        try:
            return inner
        finally:
            inner.close()
async def bad(x): return await x
show(bad(BadAwait()).send, None)
show(bad(IterAwait()).send, None)
show(bad(CoroAwait()).send, None)
async def twice():
    inner = simple()
    print(await inner)
    await inner
show(twice().send, None)
