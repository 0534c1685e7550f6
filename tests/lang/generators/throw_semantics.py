# throw raises at the paused yield; the generator may catch, answer or finish.
def worker():
    while True:
        try:
            x = yield 'ready'
            print('x', x)
        except ValueError as e:
            print('caught', repr(e))
            yield 'recovered'
        except KeyError:
            return 'finished'
        finally:
            print('finally')


w = worker()
print(next(w), w.throw(ValueError('v')), next(w), w.throw(ValueError), next(w))
try:
    w.throw(KeyError('k'))
except StopIteration as e:
    print('stop', e.value)
try:
    w.throw(TypeError('after the end'))
except TypeError as e:
    print(e)
w = worker()
try:
    w.throw(OSError('not started'))
except OSError as e:
    print(e)
print(list(w))
w = worker()
next(w)
try:
    w.throw(OSError('uncaught'))
except OSError as e:
    print(e)
print(list(w))


def context():
    try:
        yield 1
    except ValueError:
        raise KeyError('while handling')


g = context()
next(g)
try:
    g.throw(ValueError('thrown'))
except KeyError as e:
    print(repr(e), repr(e.__context__))


def gen():
    yield 1


for args in [(5,), ('x',), (int,), (None,), (object(),), ()]:
    g = gen()
    next(g)
    try:
        g.throw(*args)
    except Exception as e:
        print(type(e).__name__, str(e).split(' at ')[0])


def returns_in_finally():
    try:
        yield 1
    finally:
        return 'swallowed'


g = returns_in_finally()
next(g)
try:
    g.throw(ValueError('gone'))
except StopIteration as e:
    print('stop', e.value)


def stop_inside():
    try:
        yield 1
    except StopIteration:
        yield 'caught StopIteration'


g = stop_inside()
next(g)
print(g.throw(StopIteration('s')))


def passes():
    yield 1
    yield 2


g = passes()
next(g)
try:
    g.throw(StopIteration('leaks'))
except RuntimeError as e:
    print(e, repr(e.__cause__))
