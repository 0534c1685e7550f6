# A future's states, as its methods and its repr tell them.
from concurrent.futures import Future


def show(future):
    text = repr(future)
    print(text.split(" at ")[0] + text[text.index(" state") :], future.running(), future.done(), future.cancelled())


future = Future()
show(future)
print(future.set_running_or_notify_cancel())
show(future)
future.set_result([1])
show(future)
print(future.result(), future.result(0), future.exception(), future.cancel())
future = Future()
future.set_exception(KeyError("k"))
show(future)
print(repr(future.exception()))
try:
    future.result()
except KeyError as exc:
    print(exc is future.exception())
future = Future()
print(future.cancel(), future.cancel())
show(future)
print(future.set_running_or_notify_cancel())
show(future)


class Named(Future):
    pass


show(Named())
print(Future[int])
