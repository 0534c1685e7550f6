# No more threads are inside than there are permits, and each gets in.
import threading

semaphore = threading.Semaphore(3)
guard = threading.Lock()
inside = most = entries = 0


def work():
    global inside, most, entries
    for _ in range(5):
        with semaphore:
            with guard:
                inside += 1
                entries += 1
                most = max(most, inside)
            with guard:
                inside -= 1


threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(inside, most <= 3, entries)

empty, results = threading.Semaphore(0), []
threads = [threading.Thread(target=lambda: results.append(empty.acquire())) for _ in range(4)]
for thread in threads:
    thread.start()
empty.release(4)
for thread in threads:
    thread.join()
print(results, empty.acquire(False))
