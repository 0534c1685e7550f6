# Comparing lists that change while their items are compared
class Eq:
    def __init__(self, action): self.action = action
    def __eq__(self, other):
        self.action()
        return True
a = [Eq(lambda: a.clear()), 1, 2]
b = [1, 1, 2]
print(a == b, a)
a = [Eq(lambda: b.clear()), 1, 2]
b = [1, 1, 2]
print(a == b, len(a), b)
a = [Eq(lambda: a.append(5) if len(a) < 6 else None), 1, 2]
b = [1, 1, 2]
print(a == b, len(a))
class Lt(Eq):
    def __lt__(self, other): return "less"
a = [Lt(lambda: None), 1]
b = [Lt(lambda: a.clear()), 2]
print(a < b, len(a), len(b))
a = [Eq(lambda: (a.clear(), b.clear()))] * 5
b = [0] * 5
print(a == b, a, b)
a = [Eq(lambda: a.__setitem__(slice(None), [7, 8, 9])), 2, 3]
b = [1, 8, 9]
print(a == b, a)
a = [Eq(lambda: b.__delitem__(0)), 2, 3]
b = [1, 2, 3]
print(a == b, b)
a = [1, Eq(lambda: b.extend([4, 5]) if len(b) < 5 else None)]
b = [1, 2]
print(a != b, b)
