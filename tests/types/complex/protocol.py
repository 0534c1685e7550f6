# complex through the number protocol of scripts and its use in containers
class C:
    def __init__(self, re, im=0): self.re, self.im = re, im
    def __complex__(self): return complex(self.re, self.im)
    def __add__(self, o): return ("add", o)
    def __radd__(self, o): return ("radd", o)
    def __rmul__(self, o): return ("rmul", o)
    def __eq__(self, o): return complex(self) == o
    def __hash__(self): return hash(complex(self))
c = C(1, 2)
print(complex(c), c + 1j, 1j + c, 1j * c, c == 1 + 2j, 1 + 2j == c, {1 + 2j: "found"}[c], 2j + 1, 1 - 2j, 3j * 2, 1j / 2, -1j, +1j, abs(3 + 4j), (1 + 2j).conjugate(), (2j) ** 2)
values = [1 + 2j, 3, 2.5, True, 0j]
print(sum(values), [v == complex(v) for v in values], [complex(v) for v in values], [bool(v) for v in values], 0j in values, values.index(3 + 0j), len({0, 0.0, 0j, False}), {0j: 1}[0])
print(complex("1+2j") == 1 + 2j, complex(repr(1.5 - 2.25j)) == 1.5 - 2.25j, eval(repr(3 - 4j)), str(-0j), str(0j - 0j), 1e10 + 1e-10j, complex(1, -1), [1j, -1j, 1 - 1j, -1 + 1j])
for operation in (lambda: sorted([1j, 2j]), lambda: max(1j, 2), lambda: int(1j), lambda: float(1j), lambda: 1j // 1, lambda: 1j % 1, lambda: 1j < 2, lambda: round(1j), lambda: range(1j), lambda: 1j & 1, lambda: "%d" % 1j, lambda: format(1j, "d"), lambda: chr(1j), lambda: divmod(1j, 1)):
    try:
        print(operation())
    except TypeError as error:
        print(error)
    except ValueError as error:
        print("ValueError", error)
z = 0
for i in range(8): z = z * 1j + 1
print(z, z * z, z.real.is_integer(), (z.real, z.imag))
def mandelbrot(c, limit=50):
    z = 0
    for n in range(limit):
        if abs(z) > 2: return n
        z = z * z + c
    return limit
print([mandelbrot(complex(x / 4, y / 4)) for y in range(-4, 5, 2) for x in range(-8, 3, 2)])
