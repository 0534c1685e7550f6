# Tracebacks made by hand.
import sys, types
frame = sys._getframe()
make = types.TracebackType
last = make(None, frame, 4, 7)
print(make(last, frame, 2, 3).tb_next is last, last.tb_lineno, last.tb_lasti, last.tb_frame is frame, make(None, frame, -1, -5).tb_lineno)
for arguments in ((1, frame, 1, 5), (None, 1, 1, 5), (None, frame, 'a', 5), (None, frame, 1), ()):
    try:
        make(*arguments)
    except TypeError as error:
        print(error)
other = make(None, frame, 1, 5)
other.tb_next = last
for value in (other, 1):
    try:
        last.tb_next = value
    except (ValueError, TypeError) as error:
        print(error)
try:
    del last.tb_next
except TypeError as error:
    print(error)
error = ValueError()
for value in (1, 'x'):
    try:
        error.with_traceback(value)
    except TypeError as wrong:
        print(wrong)
    try:
        error.__traceback__ = value
    except TypeError as wrong:
        print(wrong)
print(error.with_traceback(other).__traceback__ is other, error.with_traceback(None).__traceback__)
