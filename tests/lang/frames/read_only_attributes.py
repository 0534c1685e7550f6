# What cannot be assigned on frames and tracebacks.
import sys
def raises():
    1 / 0
try:
    raises()
except ZeroDivisionError as error:
    traceback = error.__traceback__
frame = sys._getframe()
for value, name in ((frame, 'f_code'), (frame, 'f_back'), (frame, 'f_locals'), (frame, 'f_globals'), (traceback, 'tb_frame'), (traceback, 'tb_lineno'), (traceback, 'tb_lasti')):
    try:
        setattr(value, name, 1)
    except AttributeError as error:
        print(error)
for arguments in ((100,), (-1,), ('a',)):
    try:
        print(sys._getframe(*arguments) is frame)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
