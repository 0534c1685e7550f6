# Awaitables built from generators, a small future and its driver.
class Future:
    def __init__(self):
        self.done, self.value, self.waiters = False, None, []

    def set(self, value):
        self.done, self.value = True, value
        for w in self.waiters:
            ready.append(w)

    def __await__(self):
        if not self.done:
            yield self
        return self.value


ready = []


class Task:
    def __init__(self, name, coro):
        self.name, self.coro, self.result = name, coro, None
        ready.append(self)

    def step(self):
        try:
            future = self.coro.send(None)
        except StopIteration as e:
            self.result = e.value
            print(self.name, 'finished', e.value)
        except Exception as e:
            print(self.name, 'failed', repr(e))
        else:
            future.waiters.append(self)


def loop():
    while ready:
        ready.pop(0).step()


async def producer(f, value):
    print('producing', value)
    f.set(value)
    return 'produced'


async def consumer(*futures):
    total = []
    for f in futures:
        total.append(await f)
    return total


async def failing(f):
    v = await f
    raise ValueError(f'cannot use {v}')


f1, f2 = Future(), Future()
t = Task('consumer', consumer(f1, f2))
Task('failing', failing(f2))
Task('p2', producer(f2, 'two'))
Task('p1', producer(f1, 'one'))
loop()
print(t.result)


async def gather(*coros):
    results = []
    for c in coros:
        results.append(await c)
    return results


Task('gather', gather(consumer(f1), consumer(f2, f1), consumer()))
loop()
