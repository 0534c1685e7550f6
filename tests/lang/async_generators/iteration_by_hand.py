# async generators driven through __anext__, asend, athrow and aclose.
class Wait:
    def __await__(self):
        return (yield 'wait')


def step(awaitable, *values):
    log = []
    value = None
    values = list(values)
    try:
        while True:
            log.append(awaitable.send(value))
            value = values.pop(0) if values else None
    except StopIteration as e:
        return ('value', e.value, log)
    except BaseException as e:
        return (type(e).__name__, str(e), log)


async def agen():
    try:
        x = yield 1
        print('x', x)
        y = await Wait()
        print('y', y)
        z = yield 2
        print('z', z)
    except ValueError as e:
        yield f'caught {e}'
    finally:
        print('finally')


g = agen()
print(type(g).__name__, g.__name__, g.ag_running, g.__aiter__() is g)
print(step(g.__anext__()))
print(step(g.asend('sent'), 'waited'))
print(step(g.asend('zz')))
print(step(g.__anext__()))
g = agen()
print(step(g.asend(None)), step(g.athrow(ValueError('v'))), step(g.__anext__()))
g = agen()
print(step(g.__anext__()), step(g.aclose()), step(g.aclose()), step(g.__anext__()))
g = agen()
print(step(g.asend('early')))
print(step(g.athrow(KeyError('k'))), step(g.__anext__()))
g = agen()
print(step(g.__anext__()), step(g.athrow(KeyError('uncaught'))))


async def consume(g):
    out = []
    async for v in g:
        out.append(v)
        if len(out) > 3:
            break
    else:
        out.append('else')
    return out


async def numbers(n):
    for i in range(n):
        await Wait()
        yield i


print(step(consume(numbers(3))))
print(step(consume(numbers(0))))


async def refuses():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = refuses()
step(g.__anext__())
print(step(g.aclose()))


async def stops():
    yield 1
    raise StopAsyncIteration('leak')


g = stops()
step(g.__anext__())
print(step(g.__anext__()))
async def stops2():
    yield 1
    raise StopIteration('leak')
g = stops2()
step(g.__anext__())
print(step(g.__anext__()))
