# local: attributes of which each thread has its own.
import threading

data = threading.local()
data.name = "main"
results = []


def work(n):
    results.append(hasattr(data, "name"))
    data.name = n
    barrier.wait()
    results.append(data.name == n and vars(data) == {"name": n})
    barrier.wait()
    del data.name
    results.append(hasattr(data, "name"))


barrier = threading.Barrier(3)
threads = [threading.Thread(target=work, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results), data.name, data.__dict__)


class Counter(threading.local):
    start = 10

    def __init__(self, step):
        self.step = step
        self.n = self.start

    def next(self):
        self.n += self.step
        return self.n


counter = Counter(5)
counter.next()
print(counter.next())
thread = threading.Thread(target=lambda: print(counter.next(), counter.step))
thread.start()
thread.join()
print(counter.next())
try:
    threading.local(1)
except TypeError as exc:
    print(exc)
