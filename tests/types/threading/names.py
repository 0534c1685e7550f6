# Names count up, tell the target, and can be given and changed; what is not a string becomes one.
from threading import Thread, Timer


def work():
    pass


class Worker(Thread):
    pass


class Callable:
    def __call__(self):
        pass


print(Thread().name, Thread(target=work).name, Thread(target=Callable()).name)
print(Worker().name, Worker(name="w").name, Timer(1, work).name)
print(repr(Thread(name=5).name), repr(Thread(name=b"x").name), Thread(name="", target=work).name)
thread = Thread(name="first")
print(thread)
thread.name = 7
print(thread, repr(thread.name))
thread.name = ""
print(thread)
