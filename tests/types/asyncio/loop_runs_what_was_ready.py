import asyncio

loop = asyncio.new_event_loop()
order = []


def later(name, times):
    order.append(name)
    if times:
        loop.call_soon(later, name, times - 1)


loop.call_soon(later, "a", 2)
loop.call_soon(later, "b", 2)
loop.call_soon(lambda: loop.call_soon(loop.stop))
loop.run_forever()
print(order)
loop.call_soon(loop.stop)
loop.run_forever()
print(order)
order.clear()
now = loop.time()
loop.call_at(now + 0.02, order.append, 2)
loop.call_at(now + 0.01, order.append, 1)
cancelled = loop.call_at(now + 0.015, order.append, "never")
cancelled.cancel()
loop.call_later(0.03, loop.stop)
loop.run_forever()
print(order, cancelled.cancelled())
timers = [loop.call_later(1000, print) for _ in range(300)]
for timer in timers:
    timer.cancel()
loop.call_soon(loop.stop)
loop.run_forever()
print(len(loop._scheduled), loop.is_running(), loop.is_closed())
loop.close()
for call in (lambda: loop.call_soon(print), lambda: loop.run_forever(), lambda: loop.call_later(None, print)):
    try:
        call()
    except (RuntimeError, TypeError) as error:
        print(error)
print(loop)
