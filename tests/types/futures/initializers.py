# An initializer runs once in each worker; if it fails the pool is broken.
import sys
import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

data = threading.local()


def prepare(value):
    data.value = value


with ThreadPoolExecutor(2, initializer=prepare, initargs=("v",)) as executor:
    print({executor.submit(lambda: data.value).result() for _ in range(10)}, hasattr(data, "value"))


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def fail():
    gate.wait()
    raise ValueError("no worker")


gate = threading.Event()
standard, sys.stderr = sys.stderr, Sink()
executor = ThreadPoolExecutor(1, initializer=fail)
futures = [executor.submit(int) for _ in range(3)]
gate.set()
for future in futures:
    try:
        future.result()
    except BrokenExecutor as exc:
        print(type(exc).__name__, exc)
try:
    executor.submit(int)
except BrokenExecutor as exc:
    print(exc)
executor.shutdown()
text, sys.stderr = sys.stderr.text, standard
print([line for line in text.splitlines() if not line.startswith(" ")])
print(BrokenExecutor.__mro__[1])
