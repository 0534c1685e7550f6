# A thread is initial, started, stopped; its repr says so.
import threading

go, running = threading.Event(), threading.Event()


def work(a, *, b):
    running.set()
    go.wait()
    print("work", a, b)


def shown(thread):
    return repr(thread).replace(str(thread.ident), "IDENT")


thread = threading.Thread(target=work, name="T", args=(1,), kwargs={"b": 2})
print(shown(thread), thread.is_alive())
thread.start()
running.wait()
print(shown(thread), thread.is_alive())
go.set()
print(thread.join())
print(shown(thread), thread.is_alive())
daemon = threading.Thread(name="D", daemon=True)
print(shown(daemon))
daemon.start()
daemon.join()
print(shown(daemon))
print(shown(threading.main_thread()))
