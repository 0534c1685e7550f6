# One list that is cleared, sliced, sorted, extended and reversed while others read and iterate.
from harness import done, race, rounds, scaled


def one_round(random):
    count = scaled(500)
    shared = [(0, 0)] * 40
    added = [[], [], []]

    def change(owner, seed):
        import random
        draw = random.Random(seed).randrange

        def run():
            for number in range(count):
                item = (owner, number)
                action = draw(12)
                try:
                    if action == 0:
                        shared.clear()
                    elif action == 1:
                        shared[draw(10):draw(40)] = [item] * draw(30)
                    elif action == 2:
                        shared.sort()
                    elif action == 3:
                        shared.reverse()
                    elif action == 4:
                        shared.extend(shared[:20])
                    elif action == 5:
                        shared.insert(draw(20), item)
                    elif action == 6:
                        del shared[draw(8)]
                    elif action == 7:
                        del shared[::3]
                    elif action == 8:
                        shared.remove(item)
                    elif action == 9:
                        shared.extend(item for _ in range(10))
                    elif action == 10:
                        for place in range(10):
                            shared[place] = item
                    else:
                        shared.append(item)
                        shared.pop(draw(5))
                except (IndexError, ValueError):
                    pass
                if len(shared) > 400:
                    del shared[100:]
        return run

    def read():
        for item in shared:
            owner, number = item
            assert 0 <= owner < 3 and 0 <= number < count
        for owner, number in reversed(shared):
            assert 0 <= owner < 3 and 0 <= number < count
        copy = shared[:]
        assert all(type(item) is tuple and len(item) == 2 for item in copy)
        assert len(list(shared)) >= 0 and len(tuple(shared)) >= 0
        both = shared + copy
        assert both[len(both) - len(copy):] == copy
        (1, 2) in shared
        shared.count((0, 0))
        try:
            owner, number = shared[len(shared) - 1]
            owner, number = shared[5]
        except IndexError:
            pass
        try:
            largest = max(shared)
            assert type(largest) is tuple
        except ValueError:
            pass
        assert repr(copy).startswith("[")

    race([change(owner, random.random()) for owner in range(3)], [read, read])
    assert len(shared) == len(list(shared))
    for owner, number in shared:
        assert 0 <= owner < 3 and 0 <= number < count


for random in rounds():
    one_round(random)
done()
