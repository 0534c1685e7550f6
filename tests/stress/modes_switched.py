# The mode of the lock changes all the time while threads run, where it may change.
import sys
import time
from harness import done, mode, race, rounds, scaled

try:
    import gil
except ImportError:
    gil = None

MODES = ("interval:1ms", "ticks:20", "interval:1ms,fair", "ticks:100,race", "interval:1ms,race,boost", "ticks:7,fair")


def one_round(random):
    count = scaled(3000)
    shared = [0] * 8

    def work(owner):
        def run():
            for number in range(count):
                shared[number % 8] = (owner, number)
                value = shared[(number + 1) % 8]
                assert value == 0 or len(value) == 2
        return run

    def change():
        if gil is None or not sys._is_gil_enabled():
            return
        for spec in random.sample(MODES, 3):
            gil.set_mode(spec)
            assert gil.mode() == spec
            # Each change begins a turn, so without this nobody else might have one.
            time.sleep(0.0001)

    def look():
        for value in shared:
            assert value == 0 or len(value) == 2

    before = mode()
    race([work(owner) for owner in range(3)], [change, look])
    if gil is not None and sys._is_gil_enabled():
        gil.set_mode(before)


for random in rounds():
    one_round(random)
done()
