# Integers that do not fit an item are refused, with the format in the message
for format in "bBhHiIlLqQnN":
    view = memoryview(bytearray(8)).cast(format)
    bits = 8 * view.itemsize
    for value in (-(1 << bits - 1), -(1 << bits - 1) - 1, -1, (1 << bits - 1) - 1, 1 << bits - 1, (1 << bits) - 1, 1 << bits):
        try:
            view[0] = value
            print(format, value, view[0])
        except ValueError as error:
            print(format, value, error)
