# Slices whose __index__ changes the list
class I:
    def __init__(self, n, action): self.n, self.action = n, action
    def __index__(self):
        self.action()
        return self.n
items = list(range(10))
print(items[I(2, items.clear):], items)
items = list(range(10))
print(items[I(0, lambda: None):I(8, lambda: items.__delitem__(slice(3, None)))], items)
items = list(range(10))
try:
    print(items[I(5, items.clear)])
except IndexError as error:
    print(error)
items = list(range(10))
items[I(1, items.clear):I(5, lambda: None)] = "ab"
print(items)
items = list(range(10))
del items[I(1, lambda: items.__delitem__(slice(4, None))):I(9, lambda: None)]
print(items)
items = list(range(10))
try:
    items[I(9, items.clear)] = 1
except IndexError as error:
    print(error)
items = list(range(5))
items.insert(I(3, items.clear), "x")
print(items)
items = list(range(5))
try:
    print(items.pop(I(4, items.clear)))
except IndexError as error:
    print(error)
items = list(range(3))
print(items * I(2, items.clear), items)
items = list(range(10))
try:
    items[::I(2, items.clear)] = [1, 2, 3, 4, 5]
except ValueError as error:
    print(error)
print(items)
