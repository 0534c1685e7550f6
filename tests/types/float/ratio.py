# as_integer_ratio, is_integer, from int: the exact value of a float
for value in [0.0, -0.0, 1.0, 0.1, -0.75, 1e20, 5e-324, 3.5, 1e16 + 2, 2.0**-10]:
    n, d = value.as_integer_ratio()
    print(n, d, value.is_integer(), n / d == value)
for value in [float("inf"), float("nan"), float("-inf")]:
    print(value.is_integer())
    try:
        value.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print((1.5).real, (1.5).imag, (1.5).conjugate(), (1.7).__trunc__(), (-1.7).__floor__(), (-1.7).__ceil__(), (1.5).__int__(), (0.0).__bool__(), (-2.5).__abs__(), (2.5).__neg__())
print((0.1).as_integer_ratio() == (3602879701896397, 36028797018963968))
print(float.__getformat__("double")[:4], float.__add__(1.0, 2), (1.0).__add__("a"), (1.0).__radd__(2), (1.0).__eq__(1), (1.0).__lt__(2), (2.0).__rpow__(3), (2.0).__rtruediv__(3), (7.5).__divmod__(2), (2.0).__rdivmod__(7.5))
