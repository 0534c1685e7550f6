# What the interpreter tells of itself (figures of the lock, threads, the collector), asked for while threads run.
import gc
import sys
import threading
from harness import done, race, rounds, scaled

try:
    import gil
except ImportError:
    gil = None


def one_round(random):
    count = scaled(1500)
    shared = [0] * 8
    table = {}
    lock = threading.Lock()

    def work(owner):
        def run():
            for number in range(count):
                shared[number % 8] = (owner, number)
                table[number % 20] = [number]
                with lock:
                    shared[0] = (owner, number)
                assert shared[(number + 1) % 8] == 0 or len(shared[(number + 1) % 8]) == 2
        return run

    def ask():
        assert type(sys.getswitchinterval()) is float
        sys.setswitchinterval(0.0001)
        assert threading.active_count() >= 1
        for thread in threading.enumerate():
            repr(thread)
            thread.is_alive()
        gc.get_stats()
        gc.get_count()
        sys.getrefcount(shared)
        sys.getsizeof(table)

    def figures():
        if gil is None:
            return
        gil.stats()
        gil.threads()
        gil.mark("here")

    race([work(owner) for owner in range(3)], [ask, figures])
    assert len(table) == 20


for random in rounds():
    one_round(random)
done()
