# Arithmetic of complex numbers

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


a, b = 3 + 4j, 1 - 2j
check("a + b", "a - b", "a * b", "a / b", "-a", "+a", "abs(a)", "a.real", "a.imag", "a.conjugate()", "a ** 2", "a ** 0", "0j ** 0", "0j ** 1", "0j ** -1", "0j ** 1j", "a ** -1", "a ** 0.5", "a ** b", "2 ** a", "(-1) ** 0.5j", "1j ** 2", "1j ** 100", "1j ** 101", "(1+1j) ** 20", "(1+1j) ** -5", "a / 0", "a / 0j", "a // b", "a % b", "divmod(a, b)",
      "a < b", "a == b", "a == 3 + 4j", "3 + 0j == 3", "3 + 0j == 3.0", "0j == False", "a != None", "int(a)", "float(a)", "round(a)", "bool(0j)", "bool(1j)", "a + 1", "1 + a", "a * True", "a + 'a'", "sum([1, 2j, 3.5])", "1e200j * 1e200j", "abs(1e308+1e308j)", "abs(complex('inf+nanj'))", "abs(complex('nan'))", "a ** 10**400", "pow(a, 2, 3)", "1e300j ** 5", "hash(a)", "{1+0j: 'x'}[1]",
      "a.__complex__()", "complex.__add__(a, 1)", "a.__radd__(2)", "a.__eq__(3)", "a.__lt__(b)", "a.real.__class__", "math.floor(a)")
z = 1 + 1j
z *= 2j
z -= 1
z /= 1 + 1j
z **= 2
print(z)
try:
    z.real = 1
except AttributeError as error:
    print(error)
