import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
print(future, future.done(), future.cancelled(), future.get_loop() is loop)


def call(function, *args):
    try:
        print(function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


call(future.result)
call(future.exception)
seen = []
future.add_done_callback(seen.append)
future.add_done_callback(print)
print(future.remove_done_callback(print), future.remove_done_callback(print))
future.set_result(5)
print(future, future.result(), future.exception(), seen)
loop.run_until_complete(asyncio.sleep(0))
print(seen == [future])
call(future.set_result, 6)
call(future.set_exception, ValueError())
call(future.cancel)
failed = loop.create_future()
failed.set_exception(KeyError(1))
print(failed)
call(failed.result)
other = loop.create_future()
other.set_exception(ZeroDivisionError)
call(other.result)
stop = loop.create_future()
stop.set_exception(StopIteration(1))
call(stop.result)
call(loop.create_future().set_exception, 3)
cancelled = loop.create_future()
print(cancelled.cancel("because"), cancelled.cancel(), cancelled)
call(cancelled.result)
call(cancelled.exception)
print(asyncio.isfuture(future), asyncio.isfuture(3), asyncio.Future[int])
print(future._state, future._asyncio_future_blocking, future._log_traceback)
loop.close()
