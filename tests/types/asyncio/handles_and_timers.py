# What call_soon, call_later and call_at give: handles that can be cancelled, and what becomes of them.
import asyncio
import contextvars
import weakref

var = contextvars.ContextVar("var", default=0)


async def main():
    loop = asyncio.get_running_loop()
    log = []
    first = loop.call_soon(log.append, 1)
    second = loop.call_soon(log.append, 2)
    print(type(first) is asyncio.Handle, first.cancelled(), isinstance(first, asyncio.TimerHandle))
    second.cancel()
    second.cancel()
    print(second.cancelled(), second, log)
    await asyncio.sleep(0)
    print(log)
    first.cancel()

    # In the context that was current, or in the one given.
    context = contextvars.copy_context()
    context.run(var.set, 7)
    loop.call_soon(lambda: log.append(var.get()), context=context)
    var.set(3)
    handle = loop.call_soon(lambda: log.append(var.get()))
    var.set(4)
    print(type(handle.get_context()) is contextvars.Context)
    await asyncio.sleep(0)
    print(log)

    # Timers: in their order, and two of the same time in the order in which they were asked for.
    log.clear()
    now = loop.time()
    late = loop.call_at(now + 0.02, log.append, "late")
    soon = loop.call_at(now + 0.01, log.append, "soon")
    never = loop.call_later(0.01, log.append, "never")
    print(late.when() - soon.when() > 0.009, soon < late, late > soon, soon <= soon, soon == soon, soon != late)
    print(soon >= late, soon == 5, hash(soon) == hash(soon.when()))
    never.cancel()
    await asyncio.sleep(0.03)
    print(log, never.cancelled(), soon.cancelled())
    try:
        soon < 5
    except TypeError as error:
        print(str(error)[:33])
    for call in (lambda: loop.call_later(None, print), lambda: loop.call_at(None, print),
                 lambda: loop.call_later("x", print), lambda: loop.call_soon()):
        try:
            call()
        except TypeError as error:
            print(type(error).__name__)

    # What is called in one iteration is what was ready when it began.
    log.clear()

    def again(n):
        log.append(n)
        if n < 3:
            loop.call_soon(again, n + 1)

    loop.call_soon(again, 0)
    loop.call_soon(log.append, "between")
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)

    # A cancelled handle lets go of what it would have called.
    class Thing:
        def method(self):
            pass

    thing = Thing()
    known = weakref.ref(thing)
    handle = loop.call_later(100, thing.method)
    del thing
    print(known() is not None)
    handle.cancel()
    print(known())

    # Many cancelled timers do not stay.
    for _ in range(10):
        timers = [loop.call_later(1000, print) for _ in range(100)]
        for timer in timers:
            timer.cancel()
        await asyncio.sleep(0)
    await asyncio.sleep(0.001)
    print(len(loop._scheduled) < 200)

    # Programs make handles of their own.
    class Own(asyncio.TimerHandle):
        mark = 5

    own = Own(loop.time(), log.append, ("own",), loop)
    own.extra = 1
    print(own.mark, own.extra, own.when() <= loop.time())
    own._run()
    print(log[-1])


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
for name in "call_soon", "call_soon_threadsafe":
    try:
        getattr(loop, name)(print)
    except RuntimeError as error:
        print(error)
try:
    loop.call_later(1, print)
except RuntimeError as error:
    print(error)
