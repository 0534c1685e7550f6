# by hand
# Shared memory: places outside of it, descriptors of other things, files that shrink, semaphores on words of any value.
import _multiprocessing as native
import os
import threading


def attempt(call):
    try:
        return repr(call())
    except Exception as e:
        return type(e).__name__


Block, SemLock = native.Block, native.SemLock
reader, writer = os.pipe()
print([attempt(lambda: Block(size)) for size in (-1, 2**63, 2**62, 10**15, "1")])
print([attempt(lambda: Block(fd=fd)) for fd in (reader, os.open("/proc/self/stat", os.O_RDONLY), 99999, 2**40, "1")])
block = Block(10)
for place in (-1, 16, 17, 2**62, 2**63 - 1, 2**70):
    print([attempt(lambda: block.read(place, 1)), attempt(lambda: block.read(0, place)), attempt(lambda: block.write(place, b"x"))])
    print([attempt(lambda: block.load(place)), attempt(lambda: block.store(place, 1)), attempt(lambda: block.wait(place, 0, 0))])
for code in ("b", "I", "q", "L", "f", "d", "", "x", "ii", 5):
    print(code, [attempt(lambda: block.set(start, code, 2**100 + 300)) for start in (0, 12, 15, -1)], attempt(lambda: block.get(0, code)))
    print([attempt(lambda: block.get(start, code)) for start in (12, 15, 2**62)], attempt(lambda: block.set(0, code, "x")))
block.store(0, 0)
print([attempt(lambda: block.wait(0, 0, timeout)) for timeout in (0, -1, 0.01, float("nan"), "1")])
print([attempt(lambda: block.store(0, value)) for value in (2**64, -(2**63) - 1, 1.5, -1)], block.load(0))
for size in (0, 1, 100):
    print(attempt(lambda: os.ftruncate(block.fileno(), size)))
again = Block(fd=os.dup(block.fileno()))
again.write(3, b"abc")
print(block.read(2, 5))
# The descriptor goes, the memory stays.
os.close(again.fileno())
print(again.read(2, 5))
del again
print([attempt(lambda: SemLock(*args)) for args in ((block, 9, 0, 1), (5, 0, 0, 1), (block, 0, 0, -1), (block, 0, 0, 2**31), ())])
for value in (-1, 2**63 - 1, -(2**63), 2**32 * 7, 2**32 * 7 + 5):
    block.store(0, value)
    lock = SemLock(block, 0, False, 5)
    print([attempt(lock.release), attempt(lambda: lock.acquire(False)), attempt(lambda: lock.acquire(timeout=-1)), lock._count()])
block.store(0, 1)
lock = SemLock(block, 0, True, 1)
print(attempt(lock.release), lock.acquire(), lock.acquire())


class Subclass(SemLock):
    pass


print(attempt(lambda: Subclass()), attempt(lambda: Subclass.acquire(5)), attempt(lambda: SemLock.__enter__(block)))
block.store(1, 1)
own = Subclass(block, 1, False, 1)
own.anything = own
with own:
    print(own.acquire(False), own._is_mine(), own._get_value())
# A word that is changed under those who sleep.
t = threading.Thread(target=lock.acquire, args=(True, 0.05))
t.start()
for i in range(1000):
    block.store(0, i << 32)
t.join()
messages = [b"\xff\xff\xff\xff" + b"\xff" * 8, b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\5ab"]
for message in messages:
    one, other = os.pipe()
    os.write(other, message)
    os.close(other)
    print(attempt(lambda: native.receive(one)))
print([attempt(lambda: native.receive(fd)) for fd in (-1, 99999, "1")], [attempt(lambda: native.send(fd, b"")) for fd in (-1, 99999)])
