# complex(str) and its errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("complex('1')", "complex('1j')", "complex('j')", "complex('-j')", "complex('1+2j')", "complex('1-2J')", "complex('+1.5e3-2.5E-3j')", "complex(' 1+2j ')", "complex('(1+2j)')", "complex(' ( 1+2j ) ')", "complex('1 + 2j')", "complex('1+2')", "complex('j1')", "complex('')", "complex('1+j')", "complex('inf+nanj')", "complex('-infinity')", "complex('nanj')", "complex('infj')",
      "complex('1_0+2_0j')", "complex('1__0j')", "complex('(1+2j')", "complex('1+2jj')", "complex('1+2j+3')", "complex('1e400j')", "complex('é')", "complex(b'1')", "complex('1', 2)", "complex(1, '2')", "complex(None)", "complex(1, None)", "complex([])", "complex('1\\x00')", "complex('.5j')", "complex('5.j')", "complex('++1j')", "complex('1+-2j')", "complex(1, 2, 3)", "complex('٣j')", "complex(10**400)")
class C:
    def __complex__(self): return 3 + 4j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class Bad:
    def __complex__(self): return 1.5
check("complex(C())", "complex(F())", "complex(I())", "complex(Bad())", "complex(F(), I())", "complex(C(), 1)", "complex(1, C())")
