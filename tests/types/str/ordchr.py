# ord and chr

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("ord('a')", "ord('😀')", "ord('\\ud800')", "ord('')", "ord('ab')", "ord(b'a')", "ord(b'ab')", "ord(bytearray(b'z'))", "ord(5)", "ord(None)", "chr(97)", "chr(0)", "chr(0x10FFFF)", "chr(0x110000)", "chr(-1)", "chr(10**30)", "chr(1.0)", "chr('a')", "chr(True)", "chr(0xD800)", "chr(233)", "ord()", "chr()", "chr(1, 2)", "ascii(chr(0x1F600))", "[chr(c) for c in (65, 128, 255, 256, 65535, 65536)]")
print(all(ord(chr(i)) == i for i in range(0, 0x110000, 997)), len({chr(i) for i in range(0, 0x3000)}))
