# A bare raise raises what is being handled, sys.exception() tells it.
import sys


def reraise():
    raise


try:
    reraise()
except RuntimeError as e:
    print(e)
try:
    try:
        raise ValueError('one')
    except ValueError:
        print(repr(sys.exception()))
        try:
            raise KeyError('two')
        except KeyError:
            print(repr(sys.exception()))
        print(repr(sys.exception()))
        reraise()
except ValueError as e:
    print('again', e)
print(sys.exception(), sys.exc_info())


def gen():
    print('gen', repr(sys.exception()))
    try:
        raise OSError('in gen')
    except OSError:
        yield repr(sys.exception())
        print('gen after', repr(sys.exception()))
    yield repr(sys.exception())


g = gen()
try:
    raise TypeError('outer')
except TypeError:
    print(next(g))
    print(repr(sys.exception()))
print(next(g))
print(sys.exception())
try:
    raise ValueError('v')
except ValueError:
    info = sys.exc_info()
    print(info[0].__name__, info[1], info[2] is not None)
    try:
        pass
    finally:
        print('finally', repr(sys.exception()))


def in_handler():
    return repr(sys.exception())


try:
    1 / 0
except ZeroDivisionError:
    print(in_handler(), [in_handler() for _ in range(1)])
    def nested():
        try:
            return in_handler()
        except Exception:
            pass
    print(nested())
try:
    try:
        1 / 0
    finally:
        print('finally sees', repr(sys.exception()))
except ZeroDivisionError:
    pass
for i in range(2):
    try:
        raise ValueError(i)
    except ValueError:
        continue
print(sys.exception())
