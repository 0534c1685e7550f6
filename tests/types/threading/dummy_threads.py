# A thread that `_thread` started is represented by a dummy once it asks who it is.
import _thread
import threading

asked, leave, left = threading.Lock(), threading.Lock(), threading.Lock()
for lock in (asked, leave, left):
    lock.acquire()
dummies = []


def foreign():
    me = threading.current_thread()
    dummies.append(me)
    print(type(me).__name__, me.daemon, me.is_alive(), me.ident == threading.get_ident())
    print(threading.current_thread() is me, me.native_id == threading.get_native_id())
    child = threading.Thread()
    print(child.daemon)
    asked.release()
    leave.acquire()


_thread.start_new_thread(foreign, ())
asked.acquire()
me = dummies[0]
print(me in threading.enumerate(), threading.active_count())
print(repr(me).replace(str(me.ident), "IDENT").replace(me.name, "NAME"))
leave.release()
