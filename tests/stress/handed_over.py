# Objects are made in one thread, changed in the next and dropped in a third; threads end while their objects live on.
import queue
import threading
import weakref
from harness import done, race, rounds, scaled, settle


class Item:
    made = []
    dead = []

    def __init__(self, number):
        self.number = number
        self.parts = [number, str(number), (number, [number]), {"number": number}]
        self.history = []
        Item.made.append(number)

    def __del__(self):
        Item.dead.append(self.number)


def change(item, where):
    item.history.append(where)
    item.parts.append([where] * 3)
    item.parts[0] = item.number + 0
    item.parts[3][where] = (where, item.number)
    item.extra = {"where": where, "item": [item.number]}
    assert item.parts[0] == item.number and item.parts[1] == str(item.number)


def pipeline(count):
    """Each stage is a thread; the last reference is dropped where the last stage says."""
    first, second, third = queue.SimpleQueue(), queue.SimpleQueue(), queue.SimpleQueue()
    weak = []

    def make():
        for number in range(count):
            item = Item(number)
            change(item, "made")
            weak.append(weakref.ref(item))
            first.put(item)
        first.put(None)

    def pass_on(source, target, where):
        def run():
            while (item := source.get()) is not None:
                change(item, where)
                target.put(item)
                if item.number % 3 == 0:
                    other = [item, (item,), {"item": item}]
                    del other
            target.put(None)
        return run

    def drop():
        kept = []
        while (item := third.get()) is not None:
            assert item.history == ["made", "second", "third"]
            if item.number % 2:
                kept.append(item)
            if len(kept) > 10:
                kept.clear()
            item = None

    race([make, pass_on(first, second, "second"), pass_on(second, third, "third"), drop])
    settle(lambda: len(Item.dead) == count)
    assert sorted(Item.dead) == list(range(count))
    assert all(reference() is None for reference in weak)


def slots(count):
    """A few places of a list and of an instance in which every thread replaces what others put there."""
    places = [Item(-1) for _ in range(4)]

    class Holder:
        pass

    holder = Holder()
    holder.item = None
    table = {}

    def replace(owner):
        def run():
            for number in range(owner * count, owner * count + count):
                item = Item(number)
                places[number % 4] = item
                holder.item = item
                table[number % 5] = item
                taken = places[(number + 1) % 4]
                other = holder.item
                change(taken, owner)
                change(other, owner)
                del item, taken, other
        return run

    race([replace(owner) for owner in range(3)])
    del places[:]
    holder.item = None
    table.clear()
    settle(lambda: len(Item.dead) == 3 * count + 4)
    assert sorted(Item.dead) == [-1] * 4 + list(range(3 * count))


def successors(count):
    """Objects of a thread that has ended are changed and dropped by its successor, which may have its identifier."""
    box = [Item(0)]
    weak = []
    for number in range(1, count):
        def run(number=number):
            item = Item(number)
            old = box[0]
            change(old, number)
            box[0] = item
            weak.append(weakref.ref(old))

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    box.clear()
    settle(lambda: len(Item.dead) == count)
    assert all(reference() is None for reference in weak)


for random in rounds():
    for part, count in ((pipeline, scaled(120)), (slots, scaled(100)), (successors, scaled(20))):
        Item.made.clear()
        Item.dead.clear()
        part(count)
        assert len(Item.made) == len(Item.dead)
done()
