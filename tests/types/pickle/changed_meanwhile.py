# Containers that change while they are written: an error, or the items that are there when their turn comes.
import pickle


class Changes:
    def __init__(self, change):
        self.change = change

    def __reduce__(self):
        self.change()
        return int, ()


def dumps(value):
    try:
        print(len(pickle.loads(pickle.dumps(value))))
    except Exception as e:
        print(type(e).__name__, e)


items = [1, 2, 3]
items.insert(1, Changes(items.clear))
dumps(items)
items = [1, 2, 3]
items.insert(1, Changes(lambda: items.append(4)))
dumps(items)
for size in (1, 5):
    table = dict.fromkeys(range(size))
    table["x"] = Changes(lambda: table.update(new=1))
    dumps(table)
    table = dict.fromkeys(range(size))
    table["x"] = Changes(lambda: table.clear())
    dumps(table)


class Element(Changes):
    def __hash__(self):
        return 1


elements = {2, 3, 4}
elements.add(Element(lambda: elements.add(77)))
dumps(elements)
elements = {2, 3, 4}
elements.add(Element(elements.clear))
dumps(elements)


class Plain:
    pass


plain, other = Plain(), Plain()
other.a = 1
plain.a = Changes(lambda: setattr(plain, "c", 1))
plain.b = 2
again = pickle.loads(pickle.dumps(other))
