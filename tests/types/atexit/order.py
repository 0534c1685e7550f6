# Functions run in reverse order, with their arguments.
import atexit


def show(*args, **kwargs):
    print('show', args, kwargs)


print(atexit.register(show) is show)
atexit.register(show, 1, 2, key='value')


@atexit.register
def decorated():
    print('decorated')


atexit.register(print, 'printed', 'twice', sep='-')
print(atexit._ncallbacks())
for args in ((), (3,)):
    try:
        atexit.register(*args)
    except TypeError as e:
        print(e)
