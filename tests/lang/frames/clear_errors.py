# frame.clear(): refused for what runs or is suspended.
import sys


def running():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)
    inner()


def inner():
    try:
        sys._getframe(1).clear()
    except RuntimeError as error:
        print(error)


running()


def generator(argument):
    try:
        yield 1
        yield gen.gi_frame.clear()
    finally:
        print("finally")


gen = generator("x")
frame = gen.gi_frame
next(gen)
try:
    frame.clear()
except RuntimeError as error:
    print(error)
try:
    next(gen)
except RuntimeError as error:
    print(error, frame.f_locals)
frame.clear()
print(frame.f_locals, gen.gi_frame)

gen = generator("not begun")
frame = gen.gi_frame
print(frame.clear(), gen.gi_frame, list(gen))
for call in (lambda: frame.clear(1), lambda: type(frame).clear(), lambda: type(frame).clear(1), lambda: type(frame)()):
    try:
        call()
    except TypeError as error:
        print(error)


def ended():
    value = [1]
    frame = sys._getframe()
    frame.f_trace = print
    frame.f_locals["more"] = 1
    return frame


frame = ended()
frame.clear()
frame.clear()
print(frame.f_locals, frame.f_trace, frame.f_code.co_name, frame.f_back is sys._getframe())
