# Floor division, modulo and divmod of integers of every sign and size

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


cases = [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (-6, 3), (0, 5), (1, -5), (-1, 5), (2**64, 3), (-(2**64), 3),
         (2**64, -3), (2**62, -1), (-(2**62), -1), (10**40, 10**20), (-(10**40) - 1, 10**20), (5, 10**30), (-5, 10**30),
         (5, -(10**30)), (2**61, 2**61), (-(2**61), 2**61), (2**61 - 1, -1)]
for a, b in cases:
    q, r = divmod(a, b)
    print(a, b, q, r, a // b == q, a % b == r, q * b + r == a, abs(r) < abs(b), r == 0 or (r < 0) == (b < 0))
show(lambda: 1 // 0)
show(lambda: 1 % 0)
show(lambda: divmod(1, 0))
show(lambda: 10**30 // 0)
show(lambda: 10**30 % 0)
show(lambda: 1 / 0)
show(lambda: divmod(True, False))
