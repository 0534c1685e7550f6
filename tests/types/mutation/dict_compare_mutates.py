# Comparing dicts whose values change them
class V:
    def __init__(self, action): self.action = action
    def __eq__(self, other):
        self.action()
        return True
a = {i: V(lambda: a.clear()) for i in range(5)}
b = {i: i for i in range(5)}
print(a == b, len(a), len(b))
a = {i: V(lambda: b.clear()) for i in range(5)}
b = {i: i for i in range(5)}
print(a == b, len(a), len(b))
a = {i: V(lambda: None) for i in range(5)}
a[2] = V(lambda: b.pop(4, None))
b = {i: i for i in range(5)}
print(a == b, len(b))
a = {1: V(lambda: a.update({i: i for i in range(100)}))}
b = {1: 1}
print(a == b, len(a))
items = {1: V(lambda: d.clear())}.items()
d = {1: 5}
print((1, 5) in items, d)
d = {1: V(lambda: d.clear()), 2: 2}
print((1, "anything") in d.items(), d)
d = {1: V(lambda: d.clear()), 2: 2}
print("x" in d.values(), d)
d = {1: [], 2: []}
try:
    d.items() == {(1, 2)}
    print("compared")
except TypeError as error:
    print(error)
