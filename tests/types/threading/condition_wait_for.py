# wait_for() looks again after each notification, and answers the predicate's value.
import threading

cond = threading.Condition()
value, looks = 0, []


def predicate():
    looks.append(value)
    return value >= 3 and f"value {value}"


def wait():
    with cond:
        print(cond.wait_for(predicate))
        print(cond.wait_for(predicate, timeout=0))


thread = threading.Thread(target=wait)
thread.start()
while thread.is_alive():
    with cond:
        if value < 3 and len(looks) == value + 1:
            value += 1
            cond.notify()
thread.join()
print(looks)
with cond:
    value = 0
    print(cond.wait_for(lambda: [], 0.01), cond.wait_for(lambda: 0, -1), cond.wait_for(lambda: 1, -1))
