# A suspended generator in a cycle is closed by the collector: its finally blocks run.
import gc
gc.disable()


def generator(name):
    me = yield
    try:
        yield name
    except GeneratorExit:
        print('exit', name)
        raise
    finally:
        print('finally', name)


for name in 'abc':
    g = generator(name)
    next(g)
    g.send(g)
del g
print(gc.collect() > 0)


def with_statement():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, *args):
            print('leaving', args[0].__name__)
    with Manager():
        me = yield
        yield me


g = with_statement()
next(g)
g.send(g)
del g
gc.collect()


def never_started():
    try:
        yield
    finally:
        print('not reached')


g = never_started()
box = [g]
box.append(box)
del g, box
gc.collect()
print('end')
