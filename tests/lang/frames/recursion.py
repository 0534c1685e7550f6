# Deep chains of frames: many objects at once, and their end.
import sys

sys.setrecursionlimit(6000)


def down(n):
    if n == 0:
        return sys._getframe()
    return down(n - 1)


frame = down(4000)
count, total = 0, 0
while frame.f_back is not None:
    count += 1
    total += frame.f_locals["n"]
    frame = frame.f_back
print(count, total, frame is sys._getframe())


def fail(n):
    if n == 0:
        raise KeyError
    fail(n - 1)


try:
    fail(4000)
except KeyError as error:
    entry, count = error.__traceback__.tb_next, 0
    while entry is not None:
        count += 1
        last = entry
        entry = entry.tb_next
    print(count, last.tb_frame.f_locals, last.tb_frame.f_back.f_locals)
    del entry, last


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    entry = error.__traceback__.tb_next
    print(entry.tb_frame.f_locals, entry.tb_next.tb_frame.f_locals)


def chain(n):
    # Frames that refer to each other through their variables.
    kept = None
    for _ in range(n):
        kept = hold(kept)
    return kept


def hold(previous):
    return sys._getframe()


frame = chain(20000)
depth = 0
while frame is not None:
    depth += 1
    frame = frame.f_locals["previous"]
print(depth)
