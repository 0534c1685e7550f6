# by hand
# What threads stop one another for is counted by cause: here a native function that runs alone. With a lock there is nothing to count.
import gc
import gil
import sys
import threading
import time

free = not sys._is_gil_enabled()
over = False


def work():
    while not over:
        for _ in range(100):
            pass
        gc.get_threshold()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
while free and "gc.get_threshold" not in gil.stats()["stops"]:
    time.sleep(0.001)
over = True
for thread in threads:
    thread.join()
stats = gil.stats()
print(("gc.get_threshold" in stats["stops"]) == free)
for cause, row in stats["stops"].items():
    assert row["count"] > 0, (cause, row)
    assert row["waited"] >= row["longest_wait"] > 0, (cause, row)
    assert row["alone"] >= row["longest_alone"] >= 0, (cause, row)
near = lambda a, b: abs(a - b) < 1e-6
rows = stats["stops"].values()
for one in ([stats["total"]], stats["threads"]):
    print(sum(thread["stops"] for thread in one) == sum(row["count"] for row in rows))
    print(near(sum(thread["stop_time"] for thread in one), sum(row["waited"] for row in rows)))
costs = [row["waited"] + row["alone"] for row in rows]
print(costs == sorted(costs, reverse=True))
