# Ranges beyond machine words
r = range(1 << 70)

def after_setstate(n):
    it = iter(range(5))
    it.__setstate__(n)
    return list(it)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
r[1 << 69], r[-1], r[::1 << 60], r[5:1 << 69].start, r.index(1 << 69), r.count(5), (1 << 70) in range(1 << 71), bool(r)
len(r)
r[1 << 70]
r.__len__()
next(iter(range(1 << 70, (1 << 70) + 2))), list(range(1 << 70, (1 << 70) + 3, 2)), list(reversed(range(1 << 70, (1 << 70) + 3)))
range(10)[2:5], range(10)[::-1], range(10)[-3:], range(0, 10, 3)[1:], range(10)[5:2]
range(10)[10]
range(10)["a"]
range(10)[1.0]
range(1, 2, 0)
range()
range("a")
range(1.0)
range(None)
range(stop=3)
range(3).index(5)
range(3).index("a")
5.0 in range(10), 5.5 in range(10), "a" in range(10), True in range(10), range(3).count(1.0), range(3).index(1.0)
range(3) == range(0, 3), range(0, 3, 2) == range(0, 4, 2), range(0) == range(1, 1), hash(range(3)) == hash(range(0, 3, 1)), range(3) == [0, 1, 2]
range(3) < range(4)
range(3).__reduce__()[1], iter(range(3)).__reduce__()[1:], iter(range(1 << 70)).__reduce__()[1:], iter(range(1 << 70)).__length_hint__()
after_setstate(1), after_setstate(-5), after_setstate(100)
after_setstate("a")
range(3).x
""")
