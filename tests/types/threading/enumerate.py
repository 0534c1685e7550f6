# enumerate() and active_count() know the threads that are alive.
import threading

gate = threading.Event()
print(threading.enumerate() == [threading.main_thread()], threading.active_count())
threads = [threading.Thread(target=gate.wait, name=f"t{i}") for i in range(4)]
for thread in threads:
    thread.start()
print([t.name for t in threading.enumerate()], threading.active_count())
gate.set()
for thread in threads:
    thread.join()
print([t.name for t in threading.enumerate()], threading.active_count())
print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
