# Every spelling of an integer, a float and an imaginary literal.
print(0b1010, 0B1_0, 0o17, 0O1_7, 0xff, 0XdeadBEEF, 0xde_ad)
print(1_000_000, 0, 00, 0_0, 000_000)
print(1., .5, 1e3, 1E-3, 1_0.0_1, 1e1_0, 0e0, 00.5, 09.5, 01e2)
print(1j, 1.5J, 0j, 1e3j, .5j, 010j, 1_0j)
print(12345678901234567890123456789, 0xffffffffffffffffffff, 0b1 << 100)
print(type(1), type(1.), type(1j))
print(1 .real, 1..real, 1.0.real, 1.e0.real, 5 .bit_length())
print(1e308 * 10, -1e308 * 10, 1e-400, 5e-324, 2.2250738585072014e-308)
print(0.1, 0.2, 0.1 + 0.2, 1e16, 1e15, 123456789012345680.0, 1e22, 1e23)
print(1e-4, 1e-5, 0.00012345, 1.0, 100.0, 1e100)
print(3.14_15_93, 0.1e-0_1)

for source in ["0777", "1__0", "1_", "0x", "0b2", "0o8", "1e", "1_.5", "1._5", "0_7", "12abc", "0b", "1.5e+", "0xg", "1e5x", "0b1_"]:
    try:
        print(source, eval(source))
    except SyntaxError as e:
        print(source, "->", e.msg)
    except NameError as e:
        print(source, "NameError", e)
