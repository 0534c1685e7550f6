def conditions(a, b, c):
    if a < b <= c and not (a == 1 or b is None):
        return a or b
    if f() < g() < h():
        return 1
    x = a in (1, 2) if c else a < b < c
    return x and not c
