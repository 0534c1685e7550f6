# A scheduler for async tasks with timers, channels, cancellation, timeouts and task groups.
from collections import deque


class Cancelled(BaseException):
    pass


class Timeout(Exception):
    pass


class Trap:
    def __init__(self, kind, *args): self.kind, self.args = kind, args
    def __await__(self): return (yield self)


def sleep(ticks): return Trap('sleep', ticks)
def current(): return Trap('current')
def park(queue): return Trap('park', queue)
async def checkpoint(): await sleep(0)


class Task:
    counter = 0

    def __init__(self, loop, coro, name=None):
        Task.counter += 1
        self.loop, self.coro = loop, coro
        self.name = name or f'task{Task.counter}'
        self.done, self.result, self.error = False, None, None
        self.joiners, self.where, self.pending = deque(), None, None

    def cancel(self, error=None):
        if self.done:
            return False
        self.pending = error or Cancelled(self.name)
        if self.where is not None:
            self.where.remove(self)
            self.where = None
            self.loop.ready.append((self, None))
        return True

    def __await__(self):
        while not self.done:
            yield from park(self.joiners).__await__()
        if self.error is not None:
            raise self.error
        return self.result

    def __repr__(self): return f'<{self.name} {"done" if self.done else "running"}>'


class TimerList(list):
    def remove(self, task):
        self[:] = [t for t in self if t[2] is not task]


class Loop:
    def __init__(self):
        self.ready, self.timers, self.now, self.seq, self.log = deque(), TimerList(), 0, 0, []

    def spawn(self, coro, name=None):
        task = Task(self, coro, name)
        self.ready.append((task, None))
        return task

    def wake(self, queue, value=None, n=None):
        while queue and n != 0:
            task = queue.popleft()
            task.where = None
            self.ready.append((task, value))
            n = None if n is None else n - 1

    def run(self, coro):
        main = self.spawn(coro, 'main')
        while not main.done:
            if not self.ready:
                if not self.timers:
                    raise RuntimeError(f'deadlock: {main!r}')
                self.timers.sort(key=lambda t: t[:2])
                self.now = max(self.now, self.timers[0][0])
                while self.timers and self.timers[0][0] <= self.now:
                    _, _, task = self.timers.pop(0)
                    task.where = None
                    self.ready.append((task, None))
            self.step(*self.ready.popleft())
        if main.error:
            raise main.error
        return main.result

    def step(self, task, value):
        if task.done:
            return
        try:
            while True:
                if task.pending is not None:
                    error, task.pending = task.pending, None
                    trap = task.coro.throw(error)
                else:
                    trap = task.coro.send(value)
                match trap:
                    case Trap(kind='current'):
                        value = task
                    case Trap(kind='park', args=(queue,)):
                        queue.append(task)
                        task.where = queue
                        return
                    case Trap(kind='sleep', args=(ticks,)):
                        self.seq += 1
                        self.timers.append((self.now + ticks, self.seq, task))
                        task.where = self.timers
                        return
                    case other:
                        task.pending = TypeError(f'unknown trap {other!r}')
        except StopIteration as e:
            task.result = e.value
        except (Exception, Cancelled) as e:
            task.error = e
        task.done = True
        self.wake(task.joiners)

    def say(self, *what): self.log.append(f'{self.now:3} {" ".join(map(str, what))}')


class Channel:
    def __init__(self, loop, size=0): self.loop, self.items, self.size, self.getters, self.putters, self.closed = loop, deque(), size, deque(), deque(), False

    async def put(self, item):
        while len(self.items) > self.size:
            await park(self.putters)
        self.items.append(item)
        self.loop.wake(self.getters, n=1)

    async def get(self):
        while not self.items:
            if self.closed:
                raise StopAsyncIteration
            await park(self.getters)
        self.loop.wake(self.putters, n=1)
        return self.items.popleft()

    def close(self):
        self.closed = True
        self.loop.wake(self.getters)

    def __aiter__(self): return self
    async def __anext__(self): return await self.get()


class TaskGroup:
    def __init__(self, loop): self.loop, self.tasks = loop, []
    def spawn(self, coro, name=None):
        self.tasks.append(task := self.loop.spawn(coro, name))
        return task
    async def __aenter__(self): return self
    async def __aexit__(self, kind, error, tb):
        if error is not None:
            for t in self.tasks:
                t.cancel()
        errors = []
        for t in self.tasks:
            try:
                await t
            except Cancelled:
                pass
            except Exception as e:
                errors.append(e)
                for other in self.tasks:
                    other.cancel()
        if errors:
            raise ExceptionGroup('tasks failed', errors)


class timeout:
    def __init__(self, loop, ticks): self.loop, self.ticks = loop, ticks
    async def __aenter__(self):
        task = await current()
        async def alarm():
            await sleep(self.ticks)
            task.cancel(Timeout(self.ticks))
        self.alarm = self.loop.spawn(alarm(), 'alarm')
    async def __aexit__(self, *exc): self.alarm.cancel()


loop = Loop()
say = loop.say


async def worker(n, delay):
    for i in range(3):
        await sleep(delay)
        say('worker', n, 'step', i)
    return n * 10


async def producer(ch, n):
    for i in range(n):
        await ch.put(i)
        say('put', i)
    ch.close()


async def consumer(ch, name):
    total = 0
    async for item in ch:
        await sleep(2)
        say(name, 'got', item)
        total += item
    return total


async def failing(after):
    await sleep(after)
    raise ValueError(f'failed after {after}')


async def stubborn():
    try:
        await sleep(100)
    except Cancelled as e:
        say('cancelled', e)
        await sleep(1)
        say('cleaned up')
        raise


async def ticker(loop, n):
    for i in range(n):
        yield i
        await sleep(1)


async def main():
    a, b = loop.spawn(worker(1, 3), 'a'), loop.spawn(worker(2, 5), 'b')
    say('results', await a, await b, repr(a))
    ch = Channel(loop, 1)
    async with TaskGroup(loop) as group:
        group.spawn(producer(ch, 5))
        c1, c2 = group.spawn(consumer(ch, 'c1')), group.spawn(consumer(ch, 'c2'))
    say('totals', c1.result, c2.result)
    try:
        async with TaskGroup(loop) as group:
            group.spawn(failing(2))
            group.spawn(failing(4))
            group.spawn(stubborn())
    except* ValueError as eg:
        say('group', [str(e) for e in eg.exceptions])
    try:
        async with timeout(loop, 7):
            await sleep(3)
            say('in time')
            await sleep(30)
    except Timeout as e:
        say('timeout', e)
    async with timeout(loop, 50):
        say([x * x async for x in ticker(loop, 4) if x != 2])
    t = loop.spawn(stubborn(), 'late')
    await checkpoint()
    say(t.cancel(), t)
    try:
        await t
    except Cancelled as e:
        say('seen', repr(e), t.cancel())
    try:
        await Trap('nonsense')
    except TypeError as e:
        say(str(e).split(' <')[0])
    return 'finished'


print(loop.run(main()))
print('\n'.join(loop.log))


async def stuck(): await park(deque())
try:
    Loop().run(stuck())
except RuntimeError as e:
    print(e)
async def boom(): await failing(1)
try:
    Loop().run(boom())
except ValueError as e:
    print(e)
