# async generators that iterate others, with cleanup on break and errors.
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        yield self.v
        return self.v


def run(coro):
    log = []
    try:
        while True:
            log.append(coro.send(None))
    except StopIteration as e:
        return e.value, log
    except Exception as e:
        return f'{type(e).__name__}: {e}', log


async def source(n, name='source'):
    try:
        for i in range(n):
            await Wait(f'{name}{i}')
            yield i
    finally:
        print(name, 'cleanup')


async def double(src):
    async for x in src:
        yield x * 2
    else:
        yield 'end'


async def merge(a, b):
    async for x in a:
        yield 'a', x
        async for y in b:
            yield 'b', y
            break


async def collect(src, limit=99):
    out = []
    async for x in src:
        out.append(x)
        if len(out) >= limit:
            await src.aclose()
            break
    return out


print(run(collect(double(source(3)))))
print(run(collect(source(5), limit=2)))
print(run(collect(merge(source(2, 'x'), source(3, 'y')))))


async def failing():
    yield 1
    raise ValueError('in generator')


async def handles():
    out = []
    try:
        async for x in failing():
            out.append(x)
    except ValueError as e:
        out.append(str(e))
    return out


print(run(handles()))


async def with_context():
    class CM:
        async def __aenter__(self): await Wait('enter'); return 'cm'
        async def __aexit__(self, *a): await Wait('exit'); print('exit', a[0])
    async with CM() as c:
        yield c
        yield 2


print(run(collect(with_context())))
print(run(collect(with_context(), limit=1)))


async def sends():
    received = []
    while True:
        got = yield len(received)
        if got is None:
            break
        received.append(got)
    yield received


async def drive():
    g = sends()
    return [await g.asend(None), await g.asend('a'), await g.asend('b'), await g.asend(None)], [x async for x in g]


print(run(drive()))


async def throws():
    g = source(3, 't')
    first = await g.__anext__()
    try:
        await g.athrow(KeyError('thrown'))
    except KeyError as e:
        return first, repr(e)


print(run(throws()))


async def nested(depth):
    if depth:
        async for x in nested(depth - 1):
            yield x
    yield depth


print(run(collect(nested(5))))
async def comp():
    return [y async for x in source(2, 'o') async for y in source(x + 1, 'i')], {k: v async for k, v in pairs()}, [z async for z in double(source(1)) if z != 'end']
async def pairs():
    yield 'a', 1
    yield 'b', 2
print(run(comp()))
