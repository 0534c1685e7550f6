# bit_length, bit_count and the exact ratio of integers
for n in [0, 1, -1, 2, -2, 255, 256, -255, -256, 2**61, 2**62, -(2**62), 2**63 - 1, 2**64, 10**50, -(10**50)]:
    print(n, n.bit_length(), n.bit_count(), n.as_integer_ratio(), n.is_integer())
print((5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), True.real, True.numerator)
print(type(True.real), type(True.conjugate()), (-7).__abs__(), (7).__neg__(), (-7).__pos__(), (7).__invert__())
print((5).__bool__(), (0).__bool__(), (7).__floor__(), (7).__ceil__(), (7).__trunc__(), (7).__index__(), (7).__int__(), (7).__float__())
try:
    (5).real = 3
except AttributeError as error:
    print(error)
try:
    (5).new = 3
except AttributeError as error:
    print(error)
