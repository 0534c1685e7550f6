# by hand
# Threads of all loops agree on what they computed while the mode changes under them.
import gil
import sys
import threading

start = gil.mode()
has_lock = sys._is_gil_enabled()
modes = ["ticks:3", "interval:1ms", "ticks:100,fair", "interval:500us,boost", "ticks:1,race", "interval:2ms,fair"]


def count(n):
    total = 0
    for i in range(n):
        total += i
    return total


def change(modes):
    for mode in modes:
        if has_lock:
            gil.set_mode(mode)
            assert gil.mode() == mode, gil.mode()
        yield sorted([3, 1, 2], key=lambda x: count(300) - x)


results = []
threads = [threading.Thread(target=lambda: results.append(count(20000))) for _ in range(3)]
for thread in threads:
    thread.start()
print(list(change(modes))[-1])
for thread in threads:
    thread.join()
print(results)
for wrong in ("", "ticks:0", "interval:5", "fast", 7, "ticks:100,seed=1", "off" if has_lock else "interval"):
    try:
        gil.set_mode(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
