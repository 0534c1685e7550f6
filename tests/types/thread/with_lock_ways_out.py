# However the block of a lock is left, the lock is free afterwards.
import _thread

lock = _thread.allocate_lock()

def returns():
    with lock:
        return lock.locked()

def returns_from_two():
    other = _thread.allocate_lock()
    with lock, other:
        return lock.locked(), other.locked(), other

def breaks():
    for i in range(3):
        with lock:
            if i == 1:
                break
    return i

def continues():
    seen = []
    for i in range(3):
        with lock:
            if i == 1:
                continue
            seen.append(i)
    return seen

def finally_too():
    try:
        with lock:
            return "from the block"
    finally:
        print("in finally:", lock.locked())

for function in (returns, breaks, continues, finally_too):
    print(function.__name__, function(), lock.locked())
first, second, other = returns_from_two()
print(first, second, other.locked(), lock.locked())
