# print_exc, format_exc, print_exception, format_exception and format_exception_only.
import sys
import traceback

import shortened


def divide(a, b):
    return a / b + sum([a, b])


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


try:
    divide(1, 0)
except ZeroDivisionError as error:
    traceback.print_exc(file=sys.stdout)
    print(traceback.format_exc() == ''.join(traceback.format_exception(error)))
    print(traceback.format_exception(error)[1:])
    traceback.print_exception(error, file=sys.stdout)
    traceback.print_exception(ZeroDivisionError, error, error.__traceback__, file=sys.stdout)
    traceback.print_exception(None, error, None, file=sys.stdout)
    print(traceback.format_exception(error, limit=1))
    print(traceback.format_exception(error, limit=-1))
    print(traceback.format_exception(error, limit=0))
    traceback.print_exc(1, sys.stdout)
    print(traceback.format_exception_only(error))
    print(traceback.format_exception_only(ZeroDivisionError, error))
    saved = error

traceback.print_exc(file=sys.stdout)
print(repr(traceback.format_exc()))
print(traceback.format_exception(None), traceback.format_exception_only(None))
print(traceback.format_exception_only(None, None))
attempt(traceback.format_exception, 1)
attempt(traceback.format_exception, saved, saved)
attempt(traceback.format_exception, saved, tb=None)
attempt(traceback.print_last)


class Odd(Exception):
    def __str__(self):
        raise RuntimeError


class Outer:
    class Inner(Exception):
        pass


for error in [ValueError(), ValueError('one\ntwo'), Odd(), Outer.Inner('x'), KeyError('k'), OSError(2, 'text', 'file'),
              StopIteration(5), KeyboardInterrupt()]:
    print(traceback.format_exception_only(error))

noted = ValueError('noted')
noted.add_note('first')
noted.add_note('second\nwith two lines')
print(traceback.format_exception_only(noted))
noted.__notes__ = 5
print(traceback.format_exception_only(noted))
noted.__notes__ = 'text'
print(traceback.format_exception_only(noted))
noted.__notes__ = ('a', 3, Odd())
print(traceback.format_exception_only(noted))
noted.__notes__ = []
print(traceback.format_exception_only(noted))
Outer.Inner.__module__ = 'elsewhere'
print(traceback.format_exception_only(Outer.Inner()))
Outer.Inner.__module__ = 3
print(traceback.format_exception_only(Outer.Inner('m')))
