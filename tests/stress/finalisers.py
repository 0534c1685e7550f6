# Finalisers, weak references, their callbacks and resurrection beside running threads: each runs once, and sees whole objects.
import gc
import threading
import weakref
from harness import done, race, rounds, scaled, settle


class Log:
    """Appends are never lost, whichever thread a finaliser runs in."""

    def __init__(self):
        self.finalised = []
        self.called_back = []
        self.resurrected = []
        self.kept = []


def one_round(random):
    count = scaled(300)
    log = Log()
    table = {}
    places = [None] * 8
    weak = []
    by_key = weakref.WeakValueDictionary()
    members = weakref.WeakSet()

    class Plain:
        def __init__(self, key):
            self.key = key
            self.whole = (key, [key])

        def __del__(self):
            assert self.whole == (self.key, [self.key])
            log.finalised.append(self.key)

    class Returning(Plain):
        """Comes back once; its finaliser is not run again."""

        def __del__(self):
            super().__del__()
            log.resurrected.append(self)

    class Cyclic(Plain):
        def __init__(self, key):
            super().__init__(key)
            self.self = self
            self.others = [self, {"me": self}]

    class Raising(Plain):
        def __del__(self):
            super().__del__()
            try:
                raise KeyError(self.key)
            except KeyError as error:
                self.error = error

    classes = (Plain, Returning, Cyclic, Raising)

    def make(owner):
        def run():
            for number in range(count):
                key = (owner, number)
                thing = classes[number % 4](key)
                # The list has the references, since one that dies first calls nothing.
                weak.append(weakref.ref(thing, lambda reference, key=key: log.called_back.append(key)))
                by_key[key] = thing
                members.add(thing)
                places[number % 8] = thing
                table[number % 5] = (thing, places[(number + 3) % 8])
                del thing
        return run

    def read():
        for reference in weak[-30:]:
            thing = reference()
            if thing is not None:
                assert thing.whole == (thing.key, [thing.key])
            del thing
        try:
            for key in list(by_key):
                thing = by_key.get(key)
                assert thing is None or thing.key == key
                del thing
            for thing in list(members):
                assert type(thing) in classes
                del thing
        except RuntimeError as error:
            assert "during iteration" in str(error), error
        places[3] = None
        table.clear()

    race([make(owner) for owner in range(3)], [read, lambda: gc.collect(0), lambda: places.__setitem__(5, None)])
    places[:] = []
    table.clear()
    everything = sorted((owner, number) for owner in range(3) for number in range(count))
    settle(lambda: len(log.finalised) == len(everything))
    assert sorted(log.finalised) == everything
    assert len(log.resurrected) == len([key for key in everything if key[1] % 4 == 1])

    # The ones that came back are dropped by another thread.
    thread = threading.Thread(target=log.resurrected.clear)
    thread.start()
    thread.join()
    settle(lambda: all(reference() is None for reference in weak))
    # A reference to something that came back is dead from its first death on, in every mode.
    settle(lambda: len(log.called_back) == len(everything))
    assert sorted(log.called_back) == everything
    assert len(log.finalised) == len(everything)
    settle(lambda: not len(by_key) and not len(members))


for random in rounds():
    one_round(random)
done()
