# One set that several threads add to, discard from, iterate and combine.
from harness import done, race, rounds, scaled

WRITERS = 3


def one_round(random):
    count = scaled(2000)
    steady = {-1, "steady", (0, "steady")}
    grown = set()
    handed = set()
    taken = [[] for _ in range(WRITERS)]

    def write(owner):
        def run():
            mine = taken[owner]
            for number in range(count):
                grown.add((owner, number))
                grown.add(number)
                handed.add((number, owner))
                if number % 2:
                    mine.append(handed.pop())
                word = "w%d" % (number % 30)
                steady.add(word)
                steady.discard("w%d" % ((number + 15) % 30))
                assert -1 in steady and "steady" in steady and (0, "steady") in steady
                if number % 50 == 0:
                    steady.update(["w%d" % other for other in range(20)])
                    steady.difference_update(["w%d" % other for other in range(10)])
        return run

    def read():
        try:
            for member in steady:
                assert type(member) in (int, str, tuple)
            for member in grown:
                assert type(member) in (int, tuple)
        except RuntimeError as error:
            assert str(error) == "Set changed size during iteration", error
        copy = steady.copy()
        assert {-1, "steady", (0, "steady")} <= copy
        assert all(type(member) in (int, str, tuple) for member in copy)
        both = steady | {"more"}
        assert "more" in both and -1 in both
        assert {-1} & steady == {-1}
        assert len(list(frozenset(steady))) >= 3
        assert not {-1} - steady
        steady == copy
        repr(copy)

    race([write(owner) for owner in range(WRITERS)], [read, read])
    assert grown == {(owner, number) for owner in range(WRITERS) for number in range(count)} | set(range(count))
    assert len(grown) == (WRITERS + 1) * count == len(list(grown))
    assert len(handed) + sum(map(len, taken)) == WRITERS * count
    assert handed.union(*taken) == {(number, owner) for owner in range(WRITERS) for number in range(count)}


for random in rounds():
    one_round(random)
done()
