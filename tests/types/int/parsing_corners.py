# What int() reads in each base
texts = ["", "0", "-0", "+7", "--1", "- 1", " 1 ", "\t1\n", "1 2", "1_0", "1__0", "_1", "1_", "0_1", "00", "01", "0x1F", "0X1f", "0b11", "0B2", "0o17", "0o8", "0x", "0x_1", "-0x1", "0x-1", "1.0", "1e5", "1L", "z", "Zz", "1\0", "\0", "1\x1c", "\x851", "\ufeff1", "é", "\ud800", "\u0663\u0664"]
for text in texts:
    for base in (10, 0, 2, 16, 36):
        try:
            print(ascii(text), base, int(text, base))
        except ValueError as error:
            print(ascii(text), base, ascii(str(error)))
