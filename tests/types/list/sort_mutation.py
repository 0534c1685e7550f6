# A list that changes while it is sorted is found out, and is empty meanwhile
def attempt(change):
    items = [3, 1, 2]
    seen = []
    def key(x):
        seen.append(list(items))
        change(items)
        return x
    try:
        items.sort(key=key)
        print(items, seen[0])
    except ValueError as error:
        print(error, items, seen[0])

attempt(lambda items: items.append(9))
attempt(lambda items: items.clear())
attempt(lambda items: items.extend([]))
attempt(lambda items: len(items))
attempt(lambda items: items.append(1) or items.pop())
class Odd:
    def __init__(self, n, items):
        self.n, self.items = n, items
    def __lt__(self, other):
        if self.items is not None:
            self.items.append(0)
        return self.n < other.n
    def __repr__(self):
        return f"Odd{self.n}"
items = []
items += [Odd(2, None), Odd(1, items)]
try:
    items.sort()
except ValueError as error:
    print(error, items)
items = [3, 1, 2]
try:
    items.sort(key=lambda x: 1 / (x - 1))
except ZeroDivisionError as error:
    print(error, items)
try:
    items.sort(key=lambda x: x, reverse=1)
    [1, "a", 2].sort()
except TypeError as error:
    print(error, items)
pairs = [(1, "b"), (0, "a"), (1, "a"), (0, "b")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
