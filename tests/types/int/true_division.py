# True division rounds correctly for integers beyond the range of float

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


for a, b in [(1, 3), (2, 3), (-1, 3), (10, 5), (0, 7), (0, -7), (1, 10**20), (10**20, 3), (10**400, 10**399), (10**400 + 1, 10**400),
             (2**1024, 2**1023), (3**700, 3**699), (-(10**400), 7 * 10**398), (2**53 + 1, 1), (2**54 + 3, 2), (1, 2**1074), (1, 2**1075), (3, 2**1075),
             (2**1074 - 1, 2**2148), (123456789123456789, 987654321), (1, 7)]:
    print(repr(a / b))
show(lambda: 10**400 / 3)
show(lambda: -(10**400) / 1)
show(lambda: 2**1024 / 1)
show(lambda: (2**1024 - 2**970) / 1)
show(lambda: (2**1024 - 2**970 - 1) / 1)
show(lambda: 10**400 / 0)
show(lambda: 1 / 10**400)
show(lambda: 1.5 / 10**400)
show(lambda: 10**400 / 1.5)
