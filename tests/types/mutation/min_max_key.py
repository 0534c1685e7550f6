# min, max and sorted with keys that change the list
items = [3, 1, 2]
def key(x):
    if len(items) < 8: items.append(x + 10)
    return x
print(max(items, key=key), items)
items = [3, 1, 2]
def clear(x):
    items.clear()
    return x
print(min(items, key=clear), items)
items = [3, 1, 2, 5]
def pop(x):
    if len(items) > 1: items.pop()
    return -x
print(sorted(items, key=pop), items)
class Gt:
    def __init__(self, n): self.n = n
    def __gt__(self, other):
        things.clear()
        return self.n > other.n
things = [Gt(1), Gt(3), Gt(2)]
print(max(things).n, things)
items = [1, 2, 3]
print(list(map(lambda x: items.append(x * 10) or x if len(items) < 6 else x, items)), items)
items = [1, 2, 3, 4]
print(list(filter(lambda x: items.remove(x) is None, items)), items)
items = [1, 2, 3]
print([(i, items.pop()) for i in items], items)
items = [1, 2, 3]
print(sum(items.append(0) or x if len(items) < 5 else x for x in items), items)
items = [1, 2, 3]
print(any(items.clear() for _ in items), items)
items = [1, 2, 3]
print(list(zip(items, (items.append(9) or i for i in range(4)))), items)
items = [0, 1, 2]
print(list(enumerate(items.append(5) or x if len(items) < 5 else x for x in items)))
