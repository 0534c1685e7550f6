# Async generators driven by hand: asend, athrow, aclose, anext

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def run(coroutine):
    steps = []
    try:
        while True:
            steps.append(coroutine.send(None))
    except StopIteration as stop:
        return (stop.value, steps) if steps else stop.value
class Pause:
    def __await__(self):
        yield "pause"
async def agen(n):
    try:
        for i in range(n):
            await Pause()
            got = yield i
            if got: print("got", got)
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("finally")
async def consume():
    return [x async for x in agen(3)]
print(run(consume()))
g = agen(2)
print(type(g).__name__, g.__name__, run(g.__anext__()), run(g.asend("hello")))
show(run, g.__anext__())
show(run, g.__anext__())
show(run, g.asend(1))
g = agen(5)
print(run(g.__anext__()), run(g.athrow(ValueError("v"))))
print(run(g.aclose()), run(g.aclose()))
g = agen(5)
show(run, g.asend("not started"))
show(run, g.athrow(KeyError("start")))
g = agen(5)
run(g.__anext__())
print(run(g.aclose()))
async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = stubborn()
run(g.__anext__())
show(run, g.aclose())
async def raising():
    yield 1
    raise StopAsyncIteration("inside")
g = raising()
run(g.__anext__())
show(run, g.__anext__())
async def raising2():
    yield 1
    raise StopIteration("inside")
g = raising2()
run(g.__anext__())
show(run, g.__anext__())
async def use():
    it = agen(2)
    print(await anext(it), await anext(it), await anext(it, "default"), aiter(it) is it)
    return {x: y async for x in agen(2) for y in "a"}, {x async for x in agen(2)}, [y async for y in (z async for z in agen(1))]
print(run(use()))
show(lambda: [x for x in agen(1)])
show(iter, agen(1))
show(aiter, [])
show(anext, [])
async def bad():
    async for x in [1]: pass
show(run, bad())
class NoAnext:
    def __aiter__(self): return 5
class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def over(x):
    async for _ in x: pass
show(run, over(NoAnext()))
show(run, over(BadAnext()))
