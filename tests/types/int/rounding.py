# round() of integers with negative digits rounds half to even
for n in [0, 5, 15, 25, 35, -5, -15, -25, 149, 150, 151, 250, 350, 12345, -12345, 10**20 + 5, 10**20 + 15, 49, 50, 51]:
    print(n, round(n), round(n, 0), round(n, 2), round(n, -1), round(n, -2), round(n, -5), round(n, None))
class Sub(int): pass
print(type(round(Sub(15), -1)), type(round(Sub(15))), type(round(True)), round(True, -1))
for digits in (1.0, "1", []):
    try:
        round(15, digits)
    except TypeError as error:
        print(error)
print(round(15, -(10**3)), round(-7, 10**30))
