# Programs are started and waited for in many threads at one time, while others compute.
import subprocess
import threading

stop = threading.Event()
results = {}


def compute():
    count = 0
    while not stop.is_set():
        count += 1


def start(number):
    for i in range(3):
        done = subprocess.run(["sh", "-c", f"cat; exit {number}"], input=f"{number}.{i}", capture_output=True, text=True)
        results[number, i] = done.stdout, done.stderr, done.returncode


threads = [threading.Thread(target=compute)] + [threading.Thread(target=start, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads[1:]:
    thread.join()
stop.set()
threads[0].join()
for key in sorted(results):
    print(key, *results[key])
