# bool in arithmetic, bit operations and formatting

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("True + True", "True - 3", "True * 'ab'", "-True", "+False", "True / 2", "True // 2", "True % 2", "2 ** True", "True & False", "True & 1", "1 & True", "True | 2", "True ^ True", "type(True & True)", "type(True & 1)", "True << 2", "True < False", "True == 1", "sum([True, True, False])", "[10, 20][True]", "'%d' % True", "'%s' % True", "'%x' % True", "'%5s|' % False", "f'{True}'", "f'{True:d}'", "f'{True:>6}'", "f'{True:6}'", "f'{False!s:>7}'", "format(True, '')", "str(False)", "repr(True)", "int(True)", "float(True)", "complex(True)", "hash(True)", "True.bit_length()", "True.to_bytes()", "abs(True)", "round(True)", "divmod(True, True)", "max(True, 2)", "{True: 1, 1: 2, 1.0: 3}", "bool('False')", "bool('')", "bool([])", "bool([0])", "bool(0.0)", "bool(None)", "bool()", "bool(1, 2)", "bool(x=1)", "True.real", "True.__and__(1)", "True.__and__(True)", "True.__xor__('a')", "True.__add__(1)", "bool.__mro__", "range(True, 5)", "chr(True)", "True + 1.5", "True + 1j")
b = True
b += 1
print(b, type(b))
b = True
b &= False
print(b)
b |= 3
print(b)
