# Casts to several dimensions: shape, strides and items
m = memoryview(bytearray(range(24)))

def facts(v):
    return v.format, v.itemsize, v.ndim, v.shape, v.strides, v.nbytes, v.tolist()

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
facts(m.cast('B', [24]))
facts(m.cast('B', [2, 12]))
facts(m.cast('B', [2, 3, 4]))
facts(m.cast('B', (3, 2, 4)))
facts(m.cast('B', [1, 1, 24]))
facts(m.cast('h', [2, 6]))
facts(m.cast('i', [3, 2, 1]))
facts(m.cast('c', [4, 6]))
facts(m.cast('q', [3]))
facts(m.cast('i'))
facts(m.cast('B', [2, 12]).cast('B'))
facts(m.cast('B', [2, 12]).cast('i'))
facts(m.cast('B', shape=[2, 12])[::-1])
""")
