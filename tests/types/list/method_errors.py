# Messages of the methods
x = [1]

class Bad:
    def __eq__(self, other):
        raise RuntimeError("eq")

class BadBool:
    def __bool__(self):
        raise OverflowError("bool")

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
[1, 2, 3].index(9)
[1, 2, 3].index(1, 1)
[1, 2, 3].index(1, "a")
[1, 2, 3].index(3, -1)
[1, 2, 3].index(1, -(1 << 70), 1 << 70)
[1, 2, 3].index(Bad())
[1, 2, 3].index()
[1, 2, 3].remove(9)
[1, 2, 3].remove(Bad())
[1, 2, 3].pop(3)
[1, 2, 3].pop(-4)
[1, 2, 3].pop("a")
[1, 2, 3].pop(1.0)
[1, 2, 3].pop(1 << 70)
[1, 2, 3].insert("a", 1)
[1, 2, 3].insert(1 << 70, 1)
[1, 2, 3].insert(0)
[1, 2, 3].append()
[1, 2, 3].append(1, 2)
[1, 2, 3].extend(5)
[1, 2, 3].extend()
[1, 2, 3].count()
[1, 2, 3].count(Bad())
[1, 2, 3].sort(1)
[1, 2, 3].sort(key=5)
[1, 2, 3].sort(key=len)
[1, 2, 3].sort(x=1)
[1, 2, 3].sort(reverse="a")
[1, 2, 3].sort(reverse=BadBool())
[1, 2, 3].clear(1)
[1, 2, 3].copy(1)
[1, 2, 3].reverse(1)
[1, 2, 3].__iadd__(5)
[1, 2, 3].__imul__("a")
[1, 2, 3].__mul__(1.0)
[1, 2, 3].__add__((1,))
[1, 2, 3].nope
[].pop()
[1] + (2,)
[1] < (2,)
[1] * "a"
[1] * (1 << 62)
[1, 2] * (1 << 64)
x[1 << 70]
x["a"]
x[1.0]
x[None]
list(5)
list(x=1)
list([1], [2])
""")
