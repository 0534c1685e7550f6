# Yields inside try, except, finally, with and loops keep their state.
import sys


class CM:
    def __enter__(self): print('enter'); return 'cm'
    def __exit__(self, *a): print('exit', a[0])


def g():
    for i in range(2):
        try:
            yield f'try {i}'
            if i:
                raise ValueError(i)
        except ValueError as e:
            yield f'except {e}'
            yield f'current {sys.exception()!r}'
        else:
            yield 'else'
        finally:
            yield 'finally'
    with CM() as c:
        yield c
    return 'end'


it = g()
while True:
    try:
        print(next(it))
    except StopIteration as e:
        print(e.value)
        break
it = g()
next(it)
try:
    it.throw(KeyError('in try'))
except KeyError:
    print('never')
else:
    print('finally yielded')
try:
    next(it)
except KeyError as e:
    print('then raised', e)


def handled_outside():
    try:
        yield 1
    except TypeError:
        yield sys.exception()


h = handled_outside()
next(h)
try:
    raise OSError('caller')
except OSError:
    print(repr(h.throw(TypeError('inner'))), repr(sys.exception()))


def nested_generators():
    def inner():
        for x in range(3):
            yield x * 2
    for a in inner():
        for b in inner():
            if b > a:
                break
            yield a, b


print(list(nested_generators()))


def counts():
    n = 0
    while n < 3:
        n += yield n


c = counts()
print(next(c), c.send(1), c.send(1))
