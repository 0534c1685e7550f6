# Children are forked while threads run: each has one thread, computes, collects and ends. It waits for no lock: one that another thread
# held at the fork stays held.
import gc
import os
import threading
import time
import warnings
from harness import done, race, rounds, scaled

warnings.filterwarnings("ignore")


class Node:
    def __init__(self):
        self.self = self


def child(shared, table):
    assert threading.active_count() == 1
    for _ in range(50):
        Node()
    gc.collect()
    for value in shared:
        assert value is None or len(value) == 2
    for number in range(20):
        table[number] = [number]
        shared[number % 8] = (number, str(number))
    assert sorted(str(number) for number in range(20))[0] == "0"
    table.clear()
    return 0 if not table else 3


def one_round(random):
    count = scaled(4)
    shared = [None] * 8
    table = {}

    def work(owner):
        def run():
            for number in range(200):
                shared[number % 8] = (owner, number)
                table[number % 30] = [owner, Node()]
                value = shared[(number + 3) % 8]
                assert value is None or len(value) == 2
        return run

    def fork():
        for _ in range(count):
            process = os.fork()
            if process == 0:
                code = 2
                try:
                    code = child(shared, table)
                finally:
                    os._exit(code)
            _, status = os.waitpid(process, 0)
            assert os.waitstatus_to_exitcode(status) == 0, status

    def collect():
        gc.collect()
        # With turns of a hundred instructions, a thread that does nothing but collect leaves the others no time.
        time.sleep(0.001)

    race([fork], [work(0), work(1), collect])


for random in rounds():
    one_round(random)
done()
