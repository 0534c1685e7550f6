"""A lost update: `balance += amount` reads, adds and writes, and another thread may come in between.

    taipan run --explore 200 docs/examples/lost_update.py

finds seeds with which money is missing. `--gil=ticks:100,seed=N` with one of them shows the same run again.
"""

import threading

balance = 0


def deposit(times, amount):
    global balance
    for _ in range(times):
        balance += amount


threads = [threading.Thread(target=deposit, args=(100, 1)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance:", balance)
