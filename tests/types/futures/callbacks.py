# Callbacks are called once, in order, by the thread that ends the future; late ones at once.
import threading
from concurrent.futures import Future


def callback(name):
    def call(future):
        print(name, future.done(), future.cancelled(), threading.current_thread().name)

    return call


future = Future()
future.add_done_callback(callback("a"))
future.add_done_callback(callback("b"))
thread = threading.Thread(target=future.set_result, args=(1,), name="setter")
thread.start()
thread.join()
future.add_done_callback(callback("late"))
future = Future()
same = callback("twice")
future.add_done_callback(same)
future.add_done_callback(same)
future.set_exception(ValueError())
future = Future()
future.add_done_callback(callback("cancelled"))
print(future.cancel())
print(future.cancel(), future.set_running_or_notify_cancel())
future = Future()
future.add_done_callback(lambda f: f.add_done_callback(callback("nested")))
future.set_result(None)
