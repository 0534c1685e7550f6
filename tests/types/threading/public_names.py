# What the module offers.
import threading

names = """active_count Condition current_thread enumerate main_thread TIMEOUT_MAX Event Lock RLock Semaphore
BoundedSemaphore Thread Barrier BrokenBarrierError Timer ThreadError setprofile settrace local stack_size
excepthook ExceptHookArgs gettrace getprofile get_ident get_native_id""".split()
print([name for name in names if name not in threading.__all__ or not hasattr(threading, name)])
print(threading.ThreadError, threading.Lock, threading.local, threading.BrokenBarrierError)
print(threading.excepthook is threading.__excepthook__)
