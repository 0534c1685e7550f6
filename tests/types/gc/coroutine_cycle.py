# A suspended coroutine in a cycle is closed by the collector.
import gc
gc.disable()


class Pause:
    def __await__(self):
        yield self


async def work(box):
    try:
        await Pause()
    finally:
        print('closed')


box = []
c = work(box)
box.append(c)
c.send(None)
del box, c
print(gc.collect() > 0)
