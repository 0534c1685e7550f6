# f_lineno: the line that is being executed, in callers, handlers and afterwards.
import sys


def lines():
    frame = sys._getframe()
    first = frame.f_code.co_firstlineno
    found = [frame.f_lineno - first]
    found.append(
        frame.f_lineno - first
    )
    try:
        found.append(frame.f_lineno - first)
        raise ValueError
    except ValueError as error:
        found.append(frame.f_lineno - first)
        found.append(error.__traceback__.tb_lineno - first)
    finally:
        found.append(frame.f_lineno - first)
    for _ in range(1):
        found.append(frame.f_lineno - first)
    with_inner(found, first)
    return found, frame, first


def with_inner(found, first):
    back = sys._getframe(1)
    found.append(back.f_lineno - first)


found, frame, first = lines()
print(found, frame.f_lineno - first)


def failing():
    x = 1
    raise KeyError(
        x
    )


try:
    failing()
except KeyError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_lineno - entry.tb_frame.f_code.co_firstlineno)
    print(entry.tb_frame.f_lineno == entry.tb_lineno, entry.tb_lasti == entry.tb_frame.f_lasti)


def two_places():
    try:
        1 / 0
    except ZeroDivisionError as error:
        entry = error.__traceback__
        frame = entry.tb_frame

        return entry.tb_lineno - first_of(frame), frame.f_lineno - first_of(frame)


def first_of(frame):
    return frame.f_code.co_firstlineno


print(two_places())


@staticmethod
def decorated():
    return sys._getframe().f_lineno - sys._getframe().f_code.co_firstlineno


print(decorated())


def falls_off(frames):
    frames.append(sys._getframe())
    x = 1


def loops(frames):
    frames.append(sys._getframe())
    for i in range(2):
        x = i


frames = []
falls_off(frames)
loops(frames)
print([frame.f_lineno - first_of(frame) for frame in frames])
for attempt in ("frame.f_lineno = 3", "frame.f_lineno = 'x'", "del frame.f_lineno"):
    try:
        exec(attempt)
    except Exception as error:
        print(type(error).__name__, error)
