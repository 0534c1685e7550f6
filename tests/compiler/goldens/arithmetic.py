def polynomial(x, y):
    x = x + 1
    z = x * y - 2 * x
    z += y
    z <<= 3
    return -z // (x % 7) ** 2
