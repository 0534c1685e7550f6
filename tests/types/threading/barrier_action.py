# The last to come runs the action, before the others go on; if it fails the barrier breaks.
import threading

log, guard = [], threading.Lock()


def action():
    log.append(f"action with {barrier.n_waiting}")


def work():
    barrier.wait()
    with guard:
        log.append("through")


def run(target):
    threads = [threading.Thread(target=target) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


barrier = threading.Barrier(3, action)
run(work)
print(log)


def failing():
    raise KeyError("action")


def expect():
    try:
        barrier.wait()
    except Exception as exc:
        with guard:
            log.append(type(exc).__name__)


log.clear()
barrier = threading.Barrier(3, failing)
run(expect)
print(sorted(log), barrier.broken, repr(barrier).split(": ")[1])
log.clear()
run(expect)
print(sorted(log))
