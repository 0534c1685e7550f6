# async def in every position, methods, lambdas inside, decorators, nested functions.
def run(coro):
    try:
        coro.send(None)
    except StopIteration as e:
        return e.value


class A:
    async def method(self, x=1, *args, k=2, **kw): return self.n, x, args, k, kw
    n = 'n'
    @classmethod
    async def cm(cls): return cls.__name__
    @staticmethod
    async def sm(): return 'sm'
    async def __call__(self): return 'called'
    def __await__(self):
        return 'awaited'
        yield
    async def super_test(self): return super().__repr__().split(' object')[0], __class__.__name__


a = A()
print(run(a.method(5, 6, k=7, z=8)), run(A.cm()), run(a.sm()), run(a()), run(a.super_test()))


async def awaits(): return await a


print(run(awaits()))


async def outer():
    x = 1

    async def inner():
        nonlocal x
        x += 1
        return x
    y = await inner()
    lam = lambda: inner()
    z = await lam()
    return x, y, z, [await inner() for _ in range(2)], {i: await inner() for i in range(2)}, [v for v in [await inner()] if await truth(v)]


async def truth(v): return v > 0


print(run(outer()))


def deco(fn):
    async def wrapper(*args):
        return 'wrapped', await fn(*args)
    return wrapper


@deco
async def decorated(x): return x


print(run(decorated(3)))
async def one_line(): return 1
print(run(one_line()), one_line.__code__.co_flags & 0x80 != 0)
async def try_forms():
    try:
        await fails()
    except* ValueError as e:
        pass
    try:
        await fails()
    except ValueError as e:
        return f'handled {e}'
    finally:
        await one_line()
async def fails(): raise ValueError('f')
print(run(try_forms()))
async def conditional():
    if await truth(1) and not await truth(-1):
        return 'and not'
print(run(conditional()))
async def walrus(): return [(y := await one_line()), y + 1]
print(run(walrus()))
async def default(x=1): return x
print(run(default()), default.__defaults__)
async def matcher(v):
    match await default(v):
        case [x, y] if await truth(x): return 'pair'
        case int(): return 'int'
print(run(matcher([1, 2])), run(matcher(5)))
async def deletes():
    d = {'k': 1}
    del d[await key()]
    d[await key()] = await one_line()
    d[await key()] += await one_line()
    return d
async def key(): return 'k'
print(run(deletes()))
