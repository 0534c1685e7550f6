# Hashes of numbers agree between types

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 61 - 2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61 - 1)), hash(1 << 200), hash(-(1 << 200))
hash(1.0), hash(-1.0), hash(0.5), hash(-0.0), hash(1e300), hash(5e-324), hash(float("inf")), hash(-float("inf")), hash(2.0 ** 61)
hash(1j), hash(1 + 2j), hash(-1j), hash(1 + 0j), hash(complex("inf")), hash(complex(0.5, -0.5))
hash(True) == hash(1) == hash(1.0) == hash(1 + 0j), hash(10 ** 20) == hash(1e20), hash(2 ** 100) == hash(2.0 ** 100)
hash(float("nan")) == hash(float("nan")) or True
{1: "a", 1.0: "b", True: "c", 1 + 0j: "d"}
len({2 ** 53, 2.0 ** 53, 2 ** 53 + 1, float(2 ** 53 + 1)})
""")
