# A running generator cannot be resumed from inside.
def selfish():
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    try:
        me.send(None)
    except ValueError as e:
        yield str(e)
    try:
        me.throw(KeyError)
    except ValueError as e:
        yield str(e)
    try:
        me.close()
    except ValueError as e:
        yield str(e)
    yield me.gi_running, me.gi_frame is not None


me = selfish()
print(me.gi_running, me.gi_suspended)
for v in me:
    print(v)
print(me.gi_running, me.gi_frame, me.gi_suspended, me.gi_yieldfrom)


def cycle():
    yield from loop_gen


loop_gen = cycle()
try:
    next(loop_gen)
except ValueError as e:
    print(e)


def through_callback():
    yield sorted([3, 1, 2], key=lambda v: next(helper))


helper = (i for i in range(10))
print(list(through_callback()), next(helper))


def recursive_callback():
    for i in range(3):
        yield [next(other) for _ in range(1)]


def other_gen():
    while True:
        try:
            next(rc)
        except ValueError as e:
            yield str(e)


rc = recursive_callback()
other = other_gen()
print(next(rc))
g = selfish.__class__
def info(): yield 1
i = info()
print(type(i).__name__, i.__name__, i.__qualname__, i.gi_code.co_name, iter(i) is i)
i.__name__ = 'other'
print(i.__name__, repr(i).split(' at ')[0])
try:
    i.__name__ = 5
except TypeError as e:
    print(e)
