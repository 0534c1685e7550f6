# cr_frame, cr_await, ag_frame and ag_await.
import sys


class Pause:
    def __await__(self):
        yield "paused"


async def inner():
    value = "inner"
    await Pause()
    return [frame.f_code.co_name for frame in chain(sys._getframe())]


def chain(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


async def outer():
    local = 1
    return await inner()


coroutine = outer()
frame = coroutine.cr_frame
print(frame.f_locals, frame.f_back, coroutine.cr_await, coroutine.cr_running, coroutine.cr_suspended)
print(coroutine.send(None))
print(coroutine.cr_await.cr_code.co_name, coroutine.cr_await.cr_frame.f_locals, frame.f_locals, coroutine.cr_suspended)
print(coroutine.cr_frame is frame, coroutine.cr_origin)
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
print(coroutine.cr_frame, coroutine.cr_await, frame.f_locals)


async def numbers():
    n = 0
    while True:
        yield n, sys._getframe()
        await Pause()
        n += 1


def drive(awaitable):
    steps = []
    try:
        while True:
            steps.append(awaitable.send(None))
    except StopIteration as stop:
        return steps, stop.value


agen = numbers()
frame = agen.ag_frame
print(frame.f_locals, agen.ag_await, agen.ag_running)
steps, (n, seen) = drive(agen.__anext__())
print(steps, n, seen is frame, frame.f_locals, agen.ag_frame is frame)
step = agen.__anext__()
print(step.send(None), agen.ag_await is not None, agen.ag_running)
step.close()
drive(agen.aclose())
print(agen.ag_frame, agen.ag_await)
