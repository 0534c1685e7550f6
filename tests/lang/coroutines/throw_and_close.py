# throw, close and finally in coroutines.
class Suspend:
    def __await__(self):
        try:
            return (yield 'suspended')
        finally:
            print('await finally')


async def worker():
    try:
        return await Suspend()
    except ValueError as e:
        print('caught', e)
        return await Suspend()
    finally:
        print('worker finally')


c = worker()
c.send(None)
print(c.throw(ValueError('v')))
try:
    c.send('result')
except StopIteration as e:
    print(e.value)
c = worker()
c.send(None)
try:
    c.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
c = worker()
c.send(None)
print(c.close())
c.close()
try:
    c.send(None)
except RuntimeError as e:
    print(e)
c = worker()
c.close()
try:
    c.throw(ValueError('closed'))
except RuntimeError as e:
    print(e)
c = worker()
try:
    c.throw(OSError('not started'))
except OSError as e:
    print(e)


async def refuses():
    try:
        await Suspend()
    except GeneratorExit:
        await Suspend()


c = refuses()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)


async def stop():
    raise StopIteration('leak')


c = stop()
try:
    c.send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))


async def outer():
    return await worker()


c = outer()
c.send(None)
print(c.cr_await.__name__)
try:
    c.throw(KeyError('deep'))
except KeyError as e:
    names = []
    tb = e.__traceback__
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    print(names)


async def again(coro):
    await coro


w = worker()
a, b = again(w), again(w)
a.send(None)
try:
    b.send(None)
except RuntimeError as e:
    print(e)
a.close()
