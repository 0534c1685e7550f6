# by hand
# Mutable objects that a thread uses which are another's are counted by class: instances that both read, and a dictionary that both write to.
import gil
import sys
import threading
import time


class Account:
    def __init__(self, balance):
        self.balance = balance


free = not sys._is_gil_enabled()
accounts = [Account(i) for i in range(10)]
totals = {}
over = False


def work():
    while not over:
        total = 0
        for account in accounts:
            total += account.balance
        totals[total] = total


def counts(name):
    none = {"published": 0, "taken_over": 0, "counted_apart": 0}
    return gil.stats()["shared"].get(name, none)


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
while free and not (counts("Account")["published"] and counts("dict")["taken_over"]):
    time.sleep(0.001)
over = True
for thread in threads:
    thread.join()
stats = gil.stats()
print(counts("Account")["taken_over"], (counts("Account")["published"] > 0) == free)
print((counts("dict")["taken_over"] > 0) == free)
for key in ("published", "taken_over", "counted_apart"):
    by_class = sum(row[key] for row in stats["shared"].values())
    print(key, stats["total"][key] == by_class == sum(thread[key] for thread in stats["threads"]))
