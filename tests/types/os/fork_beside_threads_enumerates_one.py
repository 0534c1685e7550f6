# The child of a fork knows of one thread: the one that forked, which is its main thread.
import os
import threading
import warnings

warnings.simplefilter('ignore')

stop = threading.Event()
threads = [threading.Thread(target=stop.wait) for _ in range(3)]
for thread in threads:
    thread.start()


def fork():
    pid = os.fork()
    if pid == 0:
        here = threading.current_thread()
        print(threading.active_count(), threading.enumerate() == [here], here is threading.main_thread(), flush=True)
        print([thread.is_alive() for thread in threads], flush=True)
        late = threading.Thread(target=print, args=('a thread of the child',), kwargs={'flush': True})
        late.start()
        late.join()
        threads[0].join()
        os._exit(7)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), threading.active_count())


fork()
other = threading.Thread(target=fork)
other.start()
other.join()
stop.set()
for thread in threads:
    thread.join()
