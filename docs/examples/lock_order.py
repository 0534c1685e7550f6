"""A deadlock: two threads take the same two locks in opposite orders.

    taipan run --explore 200 docs/examples/lock_order.py

finds seeds with which each thread gets one lock and waits for the other; the error says where.
"""

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(source, target, amount):
    with source.lock:
        with target.lock:
            source.balance -= amount
            target.balance += amount


def transfer_often(source, target):
    for _ in range(10):
        transfer(source, target, 1)


savings, checking = Account(100), Account(100)
threads = [
    threading.Thread(target=transfer_often, args=(savings, checking), name="Alice"),
    threading.Thread(target=transfer_often, args=(checking, savings), name="Bob"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("savings:", savings.balance, "checking:", checking.balance)
