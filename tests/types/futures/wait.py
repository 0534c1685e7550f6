# wait() for all, for the first, and for the first failure.
import threading
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Future, wait


def futures(n):
    return [Future() for _ in range(n)]


def show(all, result):
    done, not_done = result
    print(sorted(map(all.index, done)), sorted(map(all.index, not_done)), type(result).__name__)


def later(function, *args):
    threading.Timer(0.01, function, args).start()


a = futures(3)
a[1].set_result(1)
show(a, wait(a, timeout=0))
show(a, wait(a, 0.01, ALL_COMPLETED))
show(a, wait(a, return_when=FIRST_COMPLETED))
later(a[0].set_exception, ValueError())
show(a, wait(a, return_when=FIRST_EXCEPTION))
later(a[2].set_result, 3)
show(a, wait(a))
b = futures(2)
later(b[1].set_result, 1)
show(b, wait(b, 20, FIRST_COMPLETED))
show(b, wait(b * 2, 0.01, FIRST_EXCEPTION))
show([], wait([]))
show([], wait([], return_when=FIRST_COMPLETED))
# A cancelled one counts when its executor has noticed.
c = futures(1)
c[0].cancel()
show(c, wait(c, 0.01))
c[0].set_running_or_notify_cancel()
show(c, wait(c))
show(c, wait(iter(c), return_when=FIRST_EXCEPTION))
for arguments in ((b, 0.01, "SOME"), (Future(),), ([],)):
    try:
        print(wait(*arguments))
    except Exception as exc:
        print(type(exc).__name__, exc)
