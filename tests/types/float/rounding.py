# round() of floats: half to even on the exact decimal value
for value in [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 2.665, 1.005, 0.125, 0.375, 1e16 + 2, 12345.6789, -12345.6789, 0.05, 0.15, 0.25, 5e-324, 1.7976931348623157e308, 0.0, -0.0, 2.5e15]:
    print(value, round(value), round(value, 0), round(value, 1), round(value, 2), round(value, -1), round(value, -3), round(value, 400), round(value, -400), round(value, None))
for value in (float("inf"), float("-inf"), float("nan")):
    for digits in (None, 2):
        try:
            print(round(value, digits))
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
try:
    round(1.7976931348623157e308, -308)
except OverflowError as error:
    print(error)
print(type(round(1.5)), type(round(1.5, 0)), round(1e30), round(-1e300) == -int(1e300), round(number=2.5, ndigits=0))
try:
    round(1.5, 1.0)
except TypeError as error:
    print(error)
