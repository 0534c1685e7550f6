# Threads are started and end by the hundreds while others run; what they leave behind is used by those that come after.
import _thread
import threading
from harness import done, race, rounds, scaled, settle


class Local:
    made = []
    dead = []

    def __init__(self, number):
        self.number = number
        Local.made.append(number)

    def __del__(self):
        Local.dead.append(self.number)


def one_round(random):
    count = scaled(60)
    Local.made.clear()
    Local.dead.clear()
    local = threading.local()
    results = []
    shared = {}
    idents = set()

    def visit(number):
        assert not hasattr(local, "value")
        local.value = Local(number)
        local.others = [local.value, number]
        shared[number % 7] = [number, local.others[1]]
        found = shared.get((number + 1) % 7)
        assert found is None or found[0] == found[1]
        if found is not None:
            found[0] = found[1] = found[0]
        idents.add(threading.get_ident())
        assert local.value.number == number
        results.append(number)

    def start(owner):
        def run():
            threads = []
            for number in range(owner * count, owner * count + count):
                thread = threading.Thread(target=visit, args=(number,))
                thread.start()
                threads.append(thread)
                if len(threads) == 10:
                    for thread in threads:
                        thread.join()
                        assert not thread.is_alive()
                    threads.clear()
            for thread in threads:
                thread.join()
        return run

    def bare():
        finished = _thread.allocate_lock()
        finished.acquire()

        def visit():
            total = 0
            for number in range(100):
                total += number
            finished.release()

        _thread.start_new_thread(visit, ())
        finished.acquire()

    def compute():
        total = 0
        mine = []
        for number in range(500):
            total += number
            mine.append([number])
            for value in shared.copy().values():
                assert type(value) is list
        assert total == 124750 and len(mine) == 500
        assert threading.current_thread() in threading.enumerate()
        assert threading.active_count() >= 1

    race([start(0), start(1), start(2)], [compute, bare])
    assert sorted(results) == list(range(3 * count))
    assert len(Local.made) == 3 * count
    settle(lambda: len(Local.dead) == 3 * count)
    assert sorted(Local.dead) == list(range(3 * count))


for random in rounds():
    one_round(random)
done()
