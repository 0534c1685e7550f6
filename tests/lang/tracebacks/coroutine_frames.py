# exit: 1
# Frames of awaited coroutines.
class Wait:
    def __await__(self):
        value = yield 'tick'
        return value


async def leaf():
    value = await Wait()
    return value['missing']


async def middle():
    return await leaf()


async def top():
    async with Closing():
        return await middle()


class Closing:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        print('closing', exc[0].__name__)


coro = top()
print(coro.send(None))
coro.send({})
