# One deque that several threads fill and empty at both ends, rotate, index and iterate.
from collections import deque
from harness import done, race, rounds, scaled

WRITERS = 3


def one_round(random):
    count = scaled(2000)
    shared = deque()
    bounded = deque([(0, 0)] * 8, maxlen=8)
    taken = [[] for _ in range(WRITERS)]

    def write(owner):
        def run():
            mine = taken[owner]
            for number in range(count):
                item = (owner, number)
                if number % 2:
                    shared.append(item)
                else:
                    shared.appendleft(item)
                bounded.append(item)
                bounded[number % 8] = item
                if number % 3 == 0:
                    mine.append(shared.popleft() if number % 2 else shared.pop())
                if number % 10 == 0:
                    shared.rotate(3)
                    bounded.rotate(-1)
                owner_there, number_there = bounded[(number + 3) % 8]
                assert 0 <= owner_there < WRITERS and 0 <= number_there < count
                if number % 50 == 0:
                    bounded.extend([item] * 5)
                    bounded.extendleft([item] * 5)
                    bounded.reverse()
        return run

    def read():
        try:
            for owner, number in shared:
                assert 0 <= owner < WRITERS and 0 <= number < count
            for owner, number in reversed(bounded):
                assert 0 <= owner < WRITERS
            assert (9, 9) not in bounded
            assert bounded.count((9, 9)) == 0
        except RuntimeError as error:
            assert "mutated during iteration" in str(error), error
        assert len(bounded) == 8 and bounded.maxlen == 8
        try:
            copy = bounded.copy()
            assert len(copy) == 8 and all(type(item) is tuple for item in copy)
        except RuntimeError as error:
            assert "mutated during iteration" in str(error), error
        try:
            owner, number = shared[-1]
            owner, number = shared[0]
            owner, number = shared[len(shared) // 2]
        except IndexError:
            pass

    race([write(owner) for owner in range(WRITERS)], [read, read])
    everything = sorted(list(shared) + sum(taken, []))
    assert everything == [(owner, number) for owner in range(WRITERS) for number in range(count)]


for random in rounds():
    one_round(random)
done()
