# Waiting for one of several descriptors.
import os
import select
import threading
import time

r, w = os.pipe()
print(select.select([r], [w], [], 0) == ([], [w], []))
print(select.select([r], [], [], 0.01))
threading.Timer(0.02, os.write, (w, b'x')).start()
print(select.select([r], [], []) == ([r], [], []))


class File:
    def fileno(self):
        return r


file = File()
print(select.select([file, file], [], [file], 1) == ([file, file], [], []), select.select([], [], [], 0))
poll = select.poll()
poll.register(file, select.POLLIN)
poll.register(w, select.POLLOUT)
print(sorted(poll.poll(100)) == sorted([(r, select.POLLIN), (w, select.POLLOUT)]))
poll.unregister(w)
poll.modify(r, select.POLLPRI)
print(poll.poll(5), poll.poll(0))
os.read(r, 1)
poll.modify(r, select.POLLIN)
os.close(w)
print(poll.poll() == [(r, select.POLLHUP)])
os.close(r)
for call in (
    lambda: select.select([r], [], [], 1),
    lambda: select.select([-1], [], [], 1),
    lambda: select.select([object()], [], [], 1),
    lambda: select.select([], [], [], -1),
    lambda: select.select([], [], [], 'x'),
    lambda: select.select(1, [], []),
    lambda: poll.unregister(99),
    lambda: poll.modify(99, 1),
    lambda: poll.register('x'),
):
    try:
        call()
    except (OSError, TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
start = time.monotonic()
select.select([], [], [], 0.05)
print(time.monotonic() - start >= 0.05)
