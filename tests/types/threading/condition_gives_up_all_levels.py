# A wait gives an RLock up however often it was taken, and gets it back as often.
import threading

cond = threading.Condition()
steps = []


def notifier():
    with cond:
        steps.append("notify")
        cond.notify()


with cond:
    with cond:
        cond.acquire()
        thread = threading.Thread(target=notifier)
        thread.start()
        steps.append(cond.wait())
        cond.release()
    steps.append(cond._is_owned())
steps.append(cond._is_owned())
thread.join()
print(steps)
