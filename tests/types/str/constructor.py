# str(): objects, bytes with an encoding, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C:
    def __str__(self): return "C.str"
class R:
    def __repr__(self): return "R.repr"
class Bad:
    def __str__(self): return b"bytes"
class Sub(str):
    def __str__(self): return Sub("inner")
class None_:
    __str__ = None
check("str()", "str(1)", "str(C())", "str(R())", "str(Bad())", "type(str(Sub('x')))", "str(Sub('x'))", "str(b'abc')", "str(b'abc', 'utf-8')", "str(b'\\xff', 'utf-8')", "str(b'\\xff', 'utf-8', 'replace')", "str(b'\\xc3\\xa9', encoding='utf-8')", "str(b'abc', errors='strict')", "str('abc', 'utf-8')", "str(1, 'utf-8')", "str(bytearray(b'x'), 'ascii')", "str(object=5)", "str(b'a', 'nonsense')", "str(b'a', 1)", "str(1, 2, 3, 4)", "str(None)", "str(str)", "str(len)", "str(...)", "str([1, 'a'])", "str(None_())", "str(x=1)", "str(b'', 'utf-8')", "str(b'a', 'utf-8', 'nonsense')", "str(b'\\xff', 'utf-8', 'nonsense')")
class D(str):
    def __new__(cls, value, extra):
        self = super().__new__(cls, value.upper())
        self.extra = extra
        return self
d = D("abc", 5)
print(d, d.extra, type(d), len(d), d == "ABC", {d: 1}["ABC"], d[1], type(d[1]), type(str(d)), d.__dict__)
