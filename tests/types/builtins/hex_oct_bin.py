# hex, oct, bin and their input

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class I:
    def __index__(self): return 255
class IntOnly:
    def __int__(self): return 255
class S(int): pass
check("hex(255)", "hex(-255)", "hex(0)", "hex(10**30)", "oct(8)", "oct(-8)", "oct(0)", "bin(5)", "bin(-5)", "bin(0)", "bin(2**70)", "hex(I())", "oct(I())", "bin(I())", "hex(IntOnly())", "hex(1.5)", "hex('a')", "bin(None)", "hex(True)", "bin(False)", "hex(S(16))", "int(hex(10**20), 16) == 10**20", "int(bin(-12345), 2)", "int(oct(12345), 0)", "hex(-(2**64))", "'%x' % 255", "format(255, '#010x')", "f'{255:b}'", "0xff_ff", "0b1_0", "0o7_7", "0XFF, 0B11, 0O17")
