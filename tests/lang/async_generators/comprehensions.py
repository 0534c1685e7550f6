# Asynchronous comprehensions and generator expressions.
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        yield self.v
        return self.v


async def agen(n):
    for i in range(n):
        yield await Wait(i)


def run(coro):
    log = []
    try:
        while True:
            log.append(coro.send(None))
    except StopIteration as e:
        return e.value, log
    except Exception as e:
        return repr(e), log


async def lists():
    return [x async for x in agen(4) if x % 2], [y async for x in agen(3) async for y in agen(x)], [await Wait(i) for i in range(2)], [a + b async for a in agen(2) for b in range(2)]


async def sets_and_dicts():
    return {x async for x in agen(3)}, {x: x * x async for x in agen(3)}, {await Wait('k'): await Wait('v') for _ in range(1)}


async def genexp():
    g = (x * 10 async for x in agen(3) if await Wait(x) != 1)
    out = [type(g).__name__]
    async for v in g:
        out.append(v)
    return out


async def genexp_await():
    g = (await Wait(i) for i in range(2))
    return type(g).__name__, [v async for v in g]


async def nested():
    return [[y async for y in agen(x)] async for x in agen(3)]


async def conditions():
    return [x for x in range(4) if await Wait(x % 2)]


async def failing():
    return [x async for x in 5]


async def failing_sync():
    return [x for x in agen(2)]


async def scope():
    x = 'outer'
    return [x async for x in agen(2)], x


for fn in (lists, sets_and_dicts, genexp, genexp_await, nested, conditions, failing, failing_sync, scope):
    print(fn.__name__, *run(fn()))
