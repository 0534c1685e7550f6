# bytes(): sizes, iterables, strings, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class B:
    def __bytes__(self): return b"from __bytes__"
class BadB:
    def __bytes__(self): return "str"
class I:
    def __index__(self): return 3
class Both:
    def __bytes__(self): return b"bytes first"
    def __index__(self): return 3
class Sub(bytes): pass
check("bytes()", "bytes(3)", "bytes(0)", "bytes(-1)", "bytes([1, 2, 255])", "bytes([256])", "bytes([-1])", "bytes([1.5])", "bytes(['a'])", "bytes('abc')", "bytes('é', 'utf-8')", "bytes('é', 'ascii')", "bytes('é', 'ascii', 'ignore')", "bytes('é', encoding='latin-1')", "bytes(b'abc')", "bytes(bytearray(b'x'))", "bytes(range(5))", "bytes((65, 66))", "bytes({1: 2})", "bytes(B())", "bytes(BadB())", "bytes(I())", "bytes(Both())", "bytes(None)", "bytes(1.5)", "bytes(object)", "bytes(5, 'utf-8')", "bytes(b'a', 'utf-8')", "bytes(source=[1])", "bytes([I()])", "bytes(10**30)", "bytes(True)", "bytes(x for x in [1, 2])", "bytes(1, 2, 3, 4)", "bytes(errors='x')", "bytes([10**30])", "bytes.fromhex('00 ff AB')", "bytes.fromhex('0')", "bytes.fromhex('zz')", "bytes.fromhex('0 0')", "bytes.fromhex('')", "bytes.fromhex(' 0a\\n0b ')", "bytes.fromhex('é')", "bytes.fromhex(b'00')", "type(bytes(Sub(b'a')))", "type(Sub(b'a')[:])", "Sub(b'ab') + b'c'", "type(Sub.fromhex('00'))", "b'\\xff\\x00a'.hex()", "b'abcdef'.hex(':')", "b'abcdefg'.hex('-', 2)", "b'abcdefg'.hex('-', -2)", "b'abc'.hex('--')", "b'abc'.hex(1)", "b'abc'.hex('é')", "b''.hex(':')", "b'abcdef'.hex(sep='_', bytes_per_sep=4)", "b'abc'.hex(':', 0)")
