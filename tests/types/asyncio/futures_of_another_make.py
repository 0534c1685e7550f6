# A future may have its loop as an attribute alone.
import asyncio


class Bare(asyncio.Future):
    @property
    def get_loop(self):
        raise AttributeError


class Own:
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self._future = loop.create_future()

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self._future.result()

    __iter__ = __await__

    def add_done_callback(self, function, *, context=None):
        self._future.add_done_callback(lambda future: function(self), context=context)

    def __getattr__(self, name):
        if name == "get_loop":
            raise AttributeError(name)
        return getattr(self._future, name)


async def main():
    loop = asyncio.get_running_loop()
    for future in Bare(), Own(loop):
        loop.call_later(0.001, future.set_result, 5)
        print(await asyncio.wait_for(asyncio.ensure_future(wait(future)), 5))


async def wait(future):
    return await future


asyncio.run(main())
