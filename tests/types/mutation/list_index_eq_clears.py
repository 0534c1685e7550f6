# list.index, count, remove and `in` while __eq__ clears the list
class Eq:
    def __init__(self, action, answer=False):
        self.action, self.answer, self.calls = action, answer, 0
    def __eq__(self, other):
        self.calls += 1
        self.action()
        return self.answer
for answer in (False, True):
    for name in ("index", "count", "remove", "__contains__"):
        items = [object() for _ in range(10)]
        probe = Eq(lambda: items.clear(), answer)
        try:
            print(name, answer, getattr(items, name)(probe), len(items), probe.calls)
        except ValueError as error:
            print(name, answer, type(error).__name__, len(items), probe.calls)
for name in ("index", "count", "__contains__"):
    items = [1, 2, 3]
    probe = Eq(lambda: items.append(0) if len(items) < 10 else None)
    try:
        print(name, getattr(items, name)(probe), len(items), probe.calls)
    except ValueError:
        print(name, "ValueError", len(items), probe.calls)
items = [1, 2, 3, 4]
probe = Eq(lambda: items.pop(0), False)
print(probe in items, items)
items = [1, 2, 3, 4]
probe = Eq(lambda: items.insert(0, "new"), True)
items.remove(probe)
print(items)
