# Extending a list by iterators that change it
items = [1, 2, 3]
class Grow:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 5: raise StopIteration
        items.append("by iterator")
        return self.n
items.extend(Grow())
print(items)
items = [1, 2, 3]
def shrink():
    for i in range(5):
        if items: items.pop()
        yield i
items.extend(shrink())
print(items)
items = [1, 2, 3]
items[1:2] = shrink()
print(items)
items = [1, 2, 3]
def clearing():
    items.clear()
    yield "a"
    items.clear()
    yield "b"
items += clearing()
print(items)
items = [1, 2, 3, 4]
items[::2] = clearing() if False else iter(["x", "y"])
print(items)
items = [1, 2, 3, 4]
def shorten():
    del items[2:]
    yield "x"
    yield "y"
try:
    items[::2] = shorten()
    print(items)
except (ValueError, IndexError) as error:
    print(type(error).__name__, error, items)
class Len:
    def __iter__(self): return iter([7, 8])
    def __len__(self):
        items.clear()
        return 2
items = [1, 2, 3]
items.extend(Len())
print(items)
items = [1]
items.extend(items.append(x) or x for x in [5, 6])
print(items)
items = list(range(3))
it = iter(items)
items.extend(x for x in it if len(items) < 10)
print(items)
