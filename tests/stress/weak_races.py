# Weak references that are followed in the moment in which the last strong one goes: whole or gone, never between.
import weakref
from harness import done, race, rounds, scaled, settle


class Thing:
    dead = []

    def __init__(self, number):
        self.number = number
        self.pair = (number, [number])

    def method(self):
        return self.number, self.pair

    def __del__(self):
        Thing.dead.append(self.number)


class Quiet:
    """Without a finaliser."""

    def __init__(self, number):
        self.number = number
        self.pair = (number, [number])

    def method(self):
        return self.number, self.pair


def one_round(random, make):
    count = scaled(800)
    Thing.dead.clear()
    strong = [None] * 4
    weak = [lambda: None] * 4
    proxies = [None] * 4
    methods = [lambda: None] * 4
    called = []
    kept = []
    by_key = weakref.WeakKeyDictionary()

    def replace(owner):
        def run():
            for number in range(owner * count, owner * count + count):
                place = number % 4
                thing = make(number)
                reference = weakref.ref(thing, called.append)
                kept.append(reference)
                weak[place] = reference
                proxies[place] = weakref.proxy(thing)
                methods[place] = weakref.WeakMethod(thing.method)
                if number % 8 == 0:
                    by_key[thing] = number
                assert weakref.ref(thing) is weakref.ref(thing)
                strong[place] = thing
                del thing
                strong[(place + 1) % 4] = None
        return run

    def whole(thing):
        number, (again, numbers) = thing.method()
        assert number == again == thing.number and numbers == [number]

    def follow():
        for place in range(4):
            for _ in range(5):
                thing = weak[place]()
                if thing is not None:
                    whole(thing)
                del thing
                try:
                    proxy = proxies[place]
                    if proxy is not None:
                        number = proxy.number
                        assert proxy.pair == (number, [number]) or proxy.number != number
                except ReferenceError:
                    pass
                method = methods[place]()
                if method is not None:
                    number, pair = method()
                    assert pair == (number, [number])
                del method

    race([replace(owner) for owner in range(2)], [follow, follow])
    strong.clear()
    settle(lambda: all(reference() is None for reference in kept))
    settle(lambda: len(called) == 2 * count)
    assert set(map(id, called)) == set(map(id, kept)) and len(called) == 2 * count
    settle(lambda: not len(by_key))
    if make is Thing:
        settle(lambda: len(Thing.dead) == 2 * count)
        assert sorted(Thing.dead) == list(range(2 * count))


for random in rounds():
    one_round(random, Thing)
    one_round(random, Quiet)
done()
