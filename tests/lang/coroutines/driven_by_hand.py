# Coroutines resumed with send; awaitables yield to the driver.
class Suspend:
    def __init__(self, label): self.label = label
    def __await__(self):
        got = yield self.label
        return got


async def add(a, b):
    x = await Suspend(a)
    y = await Suspend(b)
    return x + y


c = add('first', 'second')
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_await, c.cr_frame is not None)
print(c.send(None))
print(c.send(10))
try:
    c.send(5)
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def nested():
    total = 0
    for i in range(3):
        total += await add(f'a{i}', f'b{i}')
    return total


def run(coro, feed):
    log = []
    value = None
    try:
        while True:
            label = coro.send(value)
            log.append(label)
            value = feed(label)
    except StopIteration as e:
        return e.value, log


print(run(nested(), lambda label: int(label[1]) + 1))


async def no_suspend():
    return await immediate()


async def immediate():
    return 'at once'


print(run(no_suspend(), None))
c = add('x', 'y')
try:
    c.send('not None')
except TypeError as e:
    print(e)
c.close()
for op in (lambda: next(c), lambda: iter(c), lambda: [*c], lambda: c + 1, lambda: c()):
    try:
        op()
    except TypeError as e:
        print(e)


async def conditional(flag):
    return (await Suspend('yes')) if flag else 'no'


print(run(conditional(True), lambda l: l.upper()), run(conditional(False), None))
async def ordering():
    return [await Suspend(1), await Suspend(2)], {await Suspend('k'): await Suspend('v')}, (await Suspend(3)) + (await Suspend(4)) * 2, f'{await Suspend("f")}'
print(run(ordering(), lambda l: l))
async def chain(n): return n if n == 0 else 1 + await chain(n - 1)
print(run(chain(100), None))
