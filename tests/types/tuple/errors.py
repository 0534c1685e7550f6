# Tuples: subscripts, repetition, comparison, hash
t = (1, 2)

def assign():
    t[0] = 1

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
t[2]
t["a"]
t[1 << 70]
t[1.0]
t[::0]
(1, 2).index(3)
(1, 2).index(1, 1)
(1, 2).count()
(1,) + [2]
(1,) * "a"
(1,) * (1 << 62)
() * (1 << 70)
(1, 2) < (1, "a")
(1, 2) < (2, "a"), (1, 2) == (1.0, 2.0), () < (0,), (1,) < (1, 0)
hash((1, [2]))
hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(tuple([]))
tuple(5)
tuple(iterable=())
tuple([1], 2)
(1, 2).append
(1, 2).__getnewargs__(), (1, (2,)).__reduce_ex__(2)[1]
assign()
""")
