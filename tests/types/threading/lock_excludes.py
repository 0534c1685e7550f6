# Updates under one lock are not lost, whoever switches when.
import threading

lock = threading.Lock()
total = 0


def work():
    global total
    for _ in range(300):
        with lock:
            seen = total
            total = seen + 1


threads = [threading.Thread(target=work) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
