# slice objects
def set_start():
    slice(1).start = 2

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
slice(1, 2, 3), slice(1), slice("a", [], {})
slice()
slice(1, 2, 3, 4)
slice(start=1)
slice(1, 2, 3).indices(10), slice(None, None, -1).indices(10), slice(-5, 100, 2).indices(7), slice(1 << 70).indices(1 << 80), slice(None).indices(0), slice(5, 1, -2).indices(3)
slice(1, 2, 0).indices(10)
slice(1, 2).indices(-1)
slice(1, 2).indices("a")
slice("a").indices(5)
slice(1.0).indices(5)
slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice(1, 2) != slice(1, 2, 1), slice(1) == 5
slice(1, 2) < 5
hash(slice(1, 2)) == hash(slice(1, 2, None)), {slice(1): 2}[slice(1)]
hash(slice(1, []))
slice(1, 2).__reduce__()[1], slice(1, 2).start, slice(1, 2).step
set_start()
""")
