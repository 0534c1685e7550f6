# Collections in the middle of list.sort, with the list emptied meanwhile.
import gc


class Key:
    def __init__(self, n):
        self.n = n
        self.me = self

    def __lt__(self, other):
        gc.collect()
        return self.n < other.n


items = [Key(i * 7 % 13) for i in range(13)]
items.sort()
print([k.n for k in items])
items.sort(key=lambda k: (gc.collect(), -k.n)[1])
print([k.n for k in items])
print(max(items, key=lambda k: (gc.collect(0), k.n)[1]).n)
