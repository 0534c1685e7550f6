# Floats too large for an item become infinite, halves are refused
for format in "fde":
    view = memoryview(bytearray(8)).cast(format)
    for value in (0.1, -0.0, 1e39, -1e39, 1 << 200, 65504.0, 65519.99, 65520.0, 1e-10, 6e-8, float("inf"), float("nan"), 1 << 2000):
        try:
            view[0] = value
            print(format, repr(value)[:12], view[0], bytes(view)[: view.itemsize].hex())
        except ValueError as error:
            print(format, repr(value)[:12], error)
