# A thread that is just ending when another one forks does not live in the child, and can be joined there.
import os
import threading
import warnings

warnings.simplefilter("ignore")
ends, goes_on = threading.Event(), threading.Event()
local = threading.local()


class Slow:
    def __del__(self):
        ends.set()
        goes_on.wait()


def run():
    local.slow = Slow()


thread = threading.Thread(target=run)
thread.start()
ends.wait()
pid = os.fork()
if not pid:
    if not thread.is_alive():
        thread.join()
        os._exit(10)
    os._exit(11)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
goes_on.set()
thread.join()
print(thread.is_alive())
