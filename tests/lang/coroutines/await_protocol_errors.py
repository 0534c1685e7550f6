# What can be awaited and the errors for the rest.
def run(coro):
    try:
        while True:
            print('yielded', coro.send(None))
    except StopIteration as e:
        print('result', e.value)
    except Exception as e:
        print(type(e).__name__, e)


async def wait(x):
    return await x


class Iter:
    def __await__(self): return iter([1, 2])


class NotIter:
    def __await__(self): return 5


class Inst:
    def __init__(self): self.__await__ = lambda: iter([])


class NoneAwait:
    __await__ = None


class Gen:
    def __await__(self):
        x = yield 'from gen'
        return ('returned', x)


async def ready(): return 'ready'


for make in (Iter, NotIter, Inst, NoneAwait, Gen, ready, lambda: 5, lambda: None, lambda: [1], lambda: (i for i in [1]), lambda: 'text'):
    run(wait(make()))


async def mixed():
    results = []
    for make in (Gen, ready):
        results.append(await make())
    try:
        await 5
    except TypeError as e:
        results.append(str(e))
    return results


run(mixed())


class AIter:
    def __aiter__(self): return self
    def __init__(self): self.n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


async def loop(x):
    out = []
    async for v in x:
        out.append(v)
    else:
        out.append('else')
    return out


class NoAnext:
    def __aiter__(self): return 5


class BadAnext:
    def __aiter__(self): return self
    def __anext__(self): return 7


class AsyncAiter:
    async def __aiter__(self): return self


for make in (AIter, NoAnext, BadAnext, lambda: [1], lambda: 5):
    run(loop(make()))
def sync_for():
    try:
        for x in AIter():
            pass
    except TypeError as e:
        print(e)
sync_for()
