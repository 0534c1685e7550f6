# A generator that is suspended in the block of a lock holds it until it goes on, is closed, or dies.
import _thread

lock = _thread.allocate_lock()

def steps():
    with lock:
        yield 1
        yield 2
    yield 3

generator = steps()
print(next(generator), lock.locked())
print(next(generator), lock.locked())
print(next(generator), lock.locked())
generator = steps()
next(generator)
generator.close()
print(lock.locked())
generator = steps()
next(generator)
del generator
print(lock.locked())
generator = steps()
next(generator)
try:
    generator.throw(OSError("thrown"))
except OSError as error:
    print(error, lock.locked())
