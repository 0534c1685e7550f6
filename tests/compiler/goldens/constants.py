def constants():
    x = 2 ** 10 + 1
    y = ("a" "b" * 3, (1, 2.5, -3), not 0)
    z = [1, 2, 3, 4]
    if __debug__ and x in {1, 2}:
        return None
    return 10 ** 30, 1 + 2j, ..., True, y, z
