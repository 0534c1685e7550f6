# Multiplication and division of complex numbers with infinite and signed zero parts
inf, nan = float("inf"), float("nan")
values = [complex(inf, 0), complex(0, inf), complex(inf, inf), complex(1, -0.0), complex(-0.0, -0.0), complex(nan, 1), 2 - 3j]
for x in values:
    print([x + y for y in values])
    print([x - y for y in values])
    print([x * y for y in values])
    row = []
    for y in values:
        try:
            row.append(x / y)
        except ZeroDivisionError as error:
            row.append(str(error))
    print(row)
print(-complex(0.0, 0.0), complex(0.0, 0.0) * -1, 1 - 0j, -0j, -(0j), complex(1, 0) == complex(1, -0.0))
class C(complex):
    pass
print(type(C(1, 2) + 1), C(1, 2), C("3j"), type(C(1).conjugate()), C(1, 2) == 1 + 2j, type(complex(C(1, 2))))
