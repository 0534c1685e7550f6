# asend and athrow objects cannot be reused, and one resume runs at a time.
class Wait:
    def __await__(self):
        yield 'wait'


async def agen():
    yield 1
    await Wait()
    yield 2


def attempt(label, fn):
    try:
        print(label, fn())
    except StopIteration as e:
        print(label, 'StopIteration', e.value)
    except StopAsyncIteration:
        print(label, 'StopAsyncIteration')
    except Exception as e:
        print(label, type(e).__name__, e)


g = agen()
first = g.__anext__()
attempt('first', lambda: first.send(None))
attempt('reuse', lambda: first.send(None))
second = g.__anext__()
attempt('second', lambda: second.send(None))
third = g.__anext__()
attempt('while running', lambda: third.send(None))
attempt('finish second', lambda: second.send(None))
fourth = g.asend(None)
attempt('fourth', lambda: fourth.send(None))
attempt('after end', lambda: g.__anext__().send(None))
g = agen()
a = g.asend('value too early')
attempt('early', lambda: a.send(None))
b = g.athrow(ValueError('t'))
attempt('athrow', lambda: b.send(None))
attempt('athrow again', lambda: b.send(None))
c = g.aclose()
attempt('aclose', lambda: c.send(None))
for op in (lambda: next(g), lambda: iter(g), lambda: g(), lambda: g.send(1), lambda: first + 1):
    try:
        op()
    except (TypeError, AttributeError) as e:
        print(e)
g = agen()
x = g.__anext__()
attempt('throw into awaitable', lambda: x.throw(KeyError('k')))
y = g.__anext__()
y.close()
attempt('closed awaitable', lambda: y.send(None))


async def anext_builtin():
    g = agen()
    out = [await anext(g)]
    out.append(await anext(g, 'default'))
    out.append(await anext(g, 'default'))
    try:
        await anext(g)
    except StopAsyncIteration:
        out.append('StopAsyncIteration')
    return out, aiter(g) is g


def run(coro):
    try:
        while True:
            coro.send(None)
    except StopIteration as e:
        return e.value


print(run(anext_builtin()))
for bad in (5, [1]):
    for fn in (aiter, anext):
        try:
            fn(bad)
        except TypeError as e:
            print(e)
