# tb_frame has the variables of the call that the exception has left, for as long as the traceback lives.
import sys


def first(x):
    y = x + 1
    return second(y)


def second(z):
    w = [z]
    raise LookupError(w)


try:
    first(1)
except LookupError as error:
    entry = error.__traceback__
    while entry is not None:
        frame = entry.tb_frame
        names = {} if frame.f_locals is globals() else dict(frame.f_locals)
        print(frame.f_code.co_name, names, entry.tb_lineno == frame.f_lineno, frame.f_back and frame.f_back.f_code.co_name)
        entry = entry.tb_next
    kept = error.__traceback__

print(kept.tb_next.tb_next.tb_frame.f_back is kept.tb_next.tb_frame)
print(kept.tb_next.tb_frame.f_back is kept.tb_frame is sys._getframe())
kept.tb_next.tb_frame.clear()
print(kept.tb_next.tb_frame.f_locals)


def again():
    try:
        first(2)
    except LookupError as error:
        try:
            raise
        except LookupError as same:
            entry = same.__traceback__
            count = 0
            while entry is not None:
                count += entry.tb_frame is sys._getframe()
                entry = entry.tb_next
            return count, same is error


print(again())


def recursive(n):
    if n == 0:
        raise OverflowError
    recursive(n - 1)


try:
    recursive(3)
except OverflowError as error:
    entry = error.__traceback__.tb_next
    seen = []
    while entry is not None:
        seen.append(entry.tb_frame)
        print(entry.tb_frame.f_locals, end=" ")
        entry = entry.tb_next
    print(len(set(seen)), [frame.f_locals["n"] for frame in seen])

Traceback = type(kept)
made = Traceback(None, kept.tb_frame, 0, 7)
print(made.tb_frame is kept.tb_frame, made.tb_lineno, made.tb_lasti, made.tb_next, dir(made))
for attempt in (
    lambda: Traceback(None, None, 0, 1),
    lambda: Traceback(1, kept.tb_frame, 0, 1),
    lambda: Traceback(None, kept.tb_frame, "x", 1),
    lambda: Traceback(None, kept.tb_frame, 0, 2**40),
    lambda: Traceback(None, kept.tb_frame),
    lambda: setattr(made, "tb_frame", None),
    lambda: setattr(made, "tb_lasti", 1),
    lambda: setattr(made, "tb_lineno", 1),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
