# What a thread stored in a local goes when the thread does.
import threading
import weakref


class Value:
    pass


data = threading.local()
alive = []


def work():
    data.value = Value()
    alive.append(weakref.ref(data.value))
    print(alive[0]() is data.value)


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(alive[0]())
data.value = Value()
ref = weakref.ref(data.value)
print(ref() is not None)
del data
print(ref())
