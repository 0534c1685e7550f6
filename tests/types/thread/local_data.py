# `_local`: attributes that each thread has for itself.
import _thread
import gc

data = _thread._local()
data.x = 'main'
log = []


def other():
    log.append(hasattr(data, 'x'))
    data.x = 'other'
    log.append(data.__dict__)


_thread.start_joinable_thread(other).join()
print(log, data.x, data.__dict__)
del data.x
try:
    data.x
except AttributeError as e:
    print(type(e).__name__)
try:
    del data.x
except AttributeError as e:
    print(type(e).__name__)
try:
    _thread._local(1)
except TypeError as e:
    print(e)


class Counting(_thread._local):
    number = 'class'
    made = []

    def __init__(self, start, *, step=1):
        self.made.append(start)
        self.value = start
        self.step = step

    def bump(self):
        self.value += self.step
        return self.value


c = Counting(10, step=5)
log.clear()
threads = [_thread.start_joinable_thread(lambda: log.append((c.bump(), c.bump()))) for _ in range(3)]
for t in threads:
    t.join()
print(sorted(log), c.bump(), c.made, c.number)


class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self): log.append('del ' + self.name)


# What a thread kept goes when the thread does; the rest when the object does.
log.clear()
def keep():
    data.noisy = Noisy('of thread')
_thread.start_joinable_thread(keep).join()
print(log)
data.noisy = Noisy('of main')
del data
gc.collect()
print(log)
