# try, finally, with and groups across awaits.
import sys


class Wait:
    def __init__(self, v=None): self.v = v
    def __await__(self): return (yield self.v)


def run(coro, replies=()):
    replies = list(replies)
    value = None
    try:
        while True:
            print('  await', coro.send(value))
            value = replies.pop(0) if replies else None
            if isinstance(value, Exception):
                error, value = value, None
                print('  await', coro.throw(error))
    except StopIteration as e:
        return e.value
    except Exception as e:
        return repr(e)


async def steps():
    try:
        await Wait('body')
        return 'returned'
    except ValueError as e:
        print('  handler', repr(e), repr(sys.exception()))
        await Wait('in handler')
        print('  still', repr(sys.exception()))
        return 'handled'
    finally:
        await Wait('in finally')
        print('  done', repr(sys.exception()))


print(run(steps()))
print(run(steps(), [ValueError('thrown')]))
print(run(steps(), [KeyError('not handled')]))
print(run(steps(), [None, OSError('in finally')]))


async def override():
    try:
        await Wait('a')
    finally:
        return 'finally wins'


print(run(override(), [ValueError('lost')]))


async def loop():
    out = []
    for i in range(4):
        try:
            if await Wait(i):
                continue
            if i == 2:
                break
            out.append(i)
        finally:
            out.append(f'f{i}')
    else:
        out.append('never')
    return out


print(run(loop(), [False, True, False]))


async def groups():
    try:
        async def fail(e):
            await Wait('fail')
            raise e
        errors = []
        for e in (ValueError(1), KeyError(2), OSError(3)):
            try:
                await fail(e)
            except Exception as caught:
                errors.append(caught)
        raise ExceptionGroup('many', errors)
    except* ValueError as g:
        await Wait('in except*')
        print('  values', g.exceptions)
    except* LookupError:
        print('  lookup')
        raise


print(run(groups()))


async def context():
    try:
        await Wait('first')
    except ValueError:
        try:
            await Wait('second')
        except KeyError as e:
            return repr(e), repr(e.__context__)


print(run(context(), [ValueError('v')]))


async def inner():
    try:
        return await Wait('inner')
    finally:
        print('  inner cleanup')


async def outer():
    try:
        return await inner()
    except ValueError as e:
        return f'outer caught {e}'


print(run(outer(), [ValueError('deep')]), run(outer(), ['sent']))
async def expr(): return [await Wait(1), (await Wait(2)) or 'default', {'k': await Wait(3)}], await Wait(4) if await Wait(5) else 'else'
print(run(expr(), 'abc'), run(expr(), [1, 0, 3, 1, 'four']))
