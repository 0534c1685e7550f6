# by hand
# Objects that one thread has made become those of the threads that use them in as many turns as it takes to use them, not in one turn for each object.
import gil
import sys
import threading
import time


class Account:
    def __init__(self):
        self.balance = 0


SIZE = 1000
free = not sys._is_gil_enabled()
over = False


class Worker(threading.Thread):
    def __init__(self):
        super().__init__()
        self.accounts = [Account() for _ in range(SIZE)]
        self.records = [{"balance": 0} for _ in range(SIZE)]
        self.journals = [[0] for _ in range(SIZE)]
        self.rounds = 0

    def run(self):
        while not over:
            for account in self.accounts:
                account.balance += 1
            for record in self.records:
                record["balance"] += 1
            for journal in self.journals:
                journal.append(journal.pop() + 1)
            self.rounds += 1


def moved():
    shared = gil.stats()["shared"]
    return all(name in shared and shared[name]["taken_over"] >= SIZE for name in ("Account", "dict", "list"))


workers = [Worker(), Worker()]
for worker in workers:
    worker.start()
while free and not moved():
    time.sleep(0.01)
over = True
for worker in workers:
    worker.join()
for worker in workers:
    print({account.balance for account in worker.accounts} == {worker.rounds})
    print({record["balance"] for record in worker.records} == {worker.rounds})
    print({journal[0] for journal in worker.journals} == {worker.rounds})
