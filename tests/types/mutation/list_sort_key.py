# list.sort while the key function touches the list
items = [3, 1, 2]
def key(x):
    print("key", x, items)
    items.append(x)
    return x
try:
    items.sort(key=key)
except ValueError as error:
    print(error)
print(items)
items = [3, 1, 2]
def look(x):
    print(len(items), items)
    return x
items.sort(key=look)
print(items)
items = [5, 4]
def clear(x):
    items.clear()
    return x
try:
    items.sort(key=clear)
except ValueError as error:
    print(error)
print(items)
items = [2, 3, 1]
def assign(x):
    items[:] = [9]
    return x
try:
    items.sort(key=assign, reverse=True)
except ValueError as error:
    print(error)
print(items)
items = [1, 2, 3]
def nested(x):
    items.sort()
    return -x
items.sort(key=nested)
print(items)
items = [1, 2, 3]
def raising(x):
    items.append(99)
    raise KeyError(x)
try:
    items.sort(key=raising)
except (KeyError, ValueError) as error:
    print(repr(error))
print(items)
