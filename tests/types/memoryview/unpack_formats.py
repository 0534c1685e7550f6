# Items of every native format

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
memoryview(bytes(range(240, 256))).cast('B').tolist()
memoryview(bytes(range(240, 256))).cast('b').tolist()
memoryview(bytes(range(240, 256))).cast('c').tolist()
memoryview(bytes(range(240, 256))).cast('?').tolist()
memoryview(bytes(range(240, 256))).cast('h').tolist()
memoryview(bytes(range(240, 256))).cast('H').tolist()
memoryview(bytes(range(240, 256))).cast('i').tolist()
memoryview(bytes(range(240, 256))).cast('I').tolist()
memoryview(bytes(range(240, 256))).cast('l').tolist()
memoryview(bytes(range(240, 256))).cast('L').tolist()
memoryview(bytes(range(240, 256))).cast('q').tolist()
memoryview(bytes(range(240, 256))).cast('Q').tolist()
memoryview(bytes(range(240, 256))).cast('n').tolist()
memoryview(bytes(range(240, 256))).cast('N').tolist()
memoryview(bytes(range(240, 256))).cast('P').tolist()
memoryview(bytes(range(240, 256))).cast('f').tolist()
memoryview(bytes(range(240, 256))).cast('d').tolist()
memoryview(bytes(range(16))).cast('e').tolist()
""")
