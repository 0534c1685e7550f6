# by hand
# The times of a thread are its wall time, and the figures of the threads are those of all together.
import gil
import threading
import time


def work():
    for _ in range(3):
        sum(range(20000))
        time.sleep(0.002)


threads = [threading.Thread(target=work, name=f"worker {i}") for i in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
stats = gil.stats()
near = lambda a, b: abs(a - b) < 1e-6
for thread in [*stats["threads"], stats["total"]]:
    parts = thread["running"] + thread["collecting"] + thread["waiting"] + thread["stopped"] + thread["blocked"]
    assert near(parts, thread["wall"]), (parts, thread)
    assert near(sum(thread["blocked_in"].values()), thread["blocked"]), thread
    assert near(thread["holding"], thread["running"] + thread["collecting"])
    given_up = thread["forced_drops"] + sum(thread["voluntary_drops"].values())
    assert given_up <= thread["acquisitions"] <= given_up + 1, thread
    assert thread["holds"]["count"] == given_up
    assert sum(n for _, n in thread["holds"]["histogram"]) == given_up
    assert thread["waits"]["count"] == thread["contended"] <= thread["acquisitions"]
    assert thread["holds"]["p50"] <= thread["holds"]["p99"] <= thread["holds"]["longest"]
total = stats["total"]
for key in ("wall", "running", "waiting", "acquisitions", "contended", "switches", "requests"):
    assert near(total[key], sum(thread[key] for thread in stats["threads"])), key
workers = [thread for thread in stats["threads"] if thread["name"].startswith("worker")]
print(len(workers), {thread["state"] for thread in workers})
print(all(thread["voluntary_drops"]["sleep"] == 3 for thread in workers))
print(all(thread["blocked_in"]["sleep"] >= 0.006 for thread in workers))
print([thread["state"] for thread in stats["threads"] if thread["name"] == "MainThread"])
print(stats["switches"] == total["switches"])
