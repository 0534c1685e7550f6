# Threads that end at once leave objects behind, which those that go on write to, pass around and drop, while new threads come.
import threading
from harness import done, race, rounds, scaled, settle


class Thing:
    dead = []

    def __init__(self, key):
        self.key = key
        self.parts = [key, (key,), {key: [key]}]
        self.count = 0

    def __del__(self):
        Thing.dead.append(self.key)


def one_round(random):
    count = scaled(60)
    Thing.dead.clear()
    places = [None] * 9
    table = {}
    functions = [None] * 3

    def leave(key):
        thing = Thing(key)
        local = [thing, (thing,), {"thing": thing}]
        places[key[1] % 9] = thing
        places[(key[1] + 1) % 9] = local
        table[key[1] % 5] = (thing, local)

        def keeps():
            return thing, local

        functions[key[0]] = keeps

    def start(owner):
        def run():
            last = None
            for number in range(count):
                thread = threading.Thread(target=leave, args=((owner, number),))
                thread.start()
                if last is not None:
                    last.join()
                last = thread
            last.join()
        return run

    def whole(thing):
        key = thing.key
        owner, number = key
        assert 0 <= owner < 3 and 0 <= number < count
        assert thing.parts[1] == (key,) and thing.parts[2][key] == [key]
        thing.count += 1
        thing.parts[0] = key
        thing.note = (owner,)

    def use():
        for place in range(9):
            found = places[place]
            if type(found) is list:
                whole(found[0])
                assert found[1][0] is found[0] is found[2]["thing"]
                found = found[0]
            if found is not None:
                whole(found)
                places[(place + 4) % 9] = found
        for key in range(5):
            pair = table.get(key)
            if pair is not None:
                whole(pair[0])
                assert pair[1][0] is pair[0]
                table[(key + 1) % 5] = pair
        for keeps in functions:
            if keeps is not None:
                thing, local = keeps()
                assert thing is local[0]
                whole(thing)
        places[3] = places[4] = None
        table.pop(2, None)

    race([start(owner) for owner in range(3)], [use, use])
    places.clear()
    table.clear()
    functions.clear()
    everything = sorted((owner, number) for owner in range(3) for number in range(count))
    settle(lambda: len(Thing.dead) == len(everything))
    assert sorted(Thing.dead) == everything


for random in rounds():
    one_round(random)
done()
