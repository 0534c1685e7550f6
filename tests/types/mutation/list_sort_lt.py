# list.sort while __lt__ changes the list
class Item:
    action = staticmethod(lambda: None)
    def __init__(self, n): self.n = n
    def __lt__(self, other):
        Item.action()
        return self.n < other.n
    def __repr__(self): return f"I{self.n}"
for name, action in [("append", lambda: items.append(Item(0))), ("clear", lambda: items.clear()), ("assign", lambda: items.__setitem__(slice(None), [1])), ("read", lambda: len(items)), ("extend", lambda: items.extend([])), ("delete", lambda: items.__delitem__(slice(None))), ("reverse", lambda: items.reverse())]:
    items = [Item(n) for n in (3, 1, 2, 5, 4)]
    Item.action = staticmethod(action)
    try:
        items.sort()
        print(name, items)
    except ValueError as error:
        Item.action = staticmethod(lambda: None)
        print(name, error, items)
items = [Item(n) for n in (3, 1, 2)]
Item.action = staticmethod(lambda: items.sort())
items.sort()
print(items)
Item.action = staticmethod(lambda: items.append(1))
print(sorted(items), len(items) > 3)
