# Exceptions in exit functions go to sys.unraisablehook; the others run, and the exit code stays.
import atexit
import sys


def hook(info):
    print(info.exc_type.__name__, info.exc_value, info.err_msg.split(' at ')[0], info.object)


sys.unraisablehook = hook


def fails():
    raise ValueError('oops')


def leaves():
    sys.exit(3)


atexit.register(print, 'last')
atexit.register(fails)
atexit.register(leaves)
print('main')
