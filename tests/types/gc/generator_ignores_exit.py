# A generator that yields while it is closed by the collector: the error is reported, the object freed.
import gc
import sys
gc.disable()
sys.unraisablehook = lambda info: print(info.exc_type.__name__, info.exc_value, type(info.object).__name__)


def stubborn():
    me = yield
    while True:
        try:
            yield
        except GeneratorExit:
            print('ignored')


g = stubborn()
next(g)
g.send(g)
del g
print(gc.collect() >= 0)
