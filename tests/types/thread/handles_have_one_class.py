# Every way to get a thread's handle gives one of the class that the module names.
import _thread

made = _thread._ThreadHandle()
given = _thread.start_joinable_thread(lambda: None)
given.join()
print(type(made) is type(given), type(given) is _thread._ThreadHandle)
