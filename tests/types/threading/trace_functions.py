# settrace() and setprofile() are for the threads to come.
import threading

print(threading.gettrace(), threading.getprofile())


def trace(frame, event, arg):
    return None


threading.settrace(trace)
threading.setprofile(trace)
print(threading.gettrace() is trace, threading.getprofile() is trace)
threading.settrace(None)
threading.setprofile(None)
print(threading.gettrace(), threading.getprofile())
