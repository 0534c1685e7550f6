# async with calls __aenter__ and __aexit__ and awaits their results.
class Awaitable:
    def __init__(self, value): self.value = value
    def __await__(self):
        received = yield f'waiting for {self.value}'
        return (self.value, received)


class ACM:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    async def __aenter__(self):
        print('aenter', self.name, await Awaitable('enter ' + self.name))
        return self.name
    async def __aexit__(self, t, v, tb):
        print('aexit', self.name, repr(v), await Awaitable('exit ' + self.name))
        return self.swallow


def drive(coro):
    value = None
    try:
        for n in range(100):
            print('yielded', coro.send(value))
            value = n
    except StopIteration as e:
        print('result', e.value)
    except Exception as e:
        print('raised', repr(e))


async def simple():
    async with ACM('a') as a, ACM('b') as b:
        return a + b


async def swallowing():
    async with ACM('c', True):
        raise ValueError('v')
    return 'after'


async def raising():
    async with (ACM('d'), ACM('e')):
        raise KeyError('k')


class NotAsync:
    def __enter__(self): pass
    def __exit__(self, *a): pass


class BadAwait:
    def __aenter__(self): return 5
    async def __aexit__(self, *a): pass


class BadExit:
    async def __aenter__(self): pass
    def __aexit__(self, *a): return 'not awaitable'


async def wrong(cm):
    async with cm:
        print('body')


async def sync_with_async():
    with ACM('x'):
        pass


for coro in (simple(), swallowing(), raising(), wrong(NotAsync()), wrong(BadAwait()), wrong(BadExit()), wrong(5), sync_with_async()):
    drive(coro)
