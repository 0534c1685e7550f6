# Indexing, slicing, iteration and containment of bytes

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


b = b"hello"
check("b[0]", "b[-1]", "b[5]", "b[1:3]", "b[::-1]", "b[::2]", "b['a']", "b[1.0]", "list(b)", "104 in b", "b'ell' in b", "b'' in b", "256 in b", "-1 in b", "'h' in b", "None in b", "bytearray(b'lo') in b", "b.index(b'l')", "b.index(108)", "b.find(300)", "b.find('l')", "b.count(b'l')", "b.count(108)", "b.count(b'')", "b.rfind(b'l', 0, 3)", "b.rindex(b'x')", "b.startswith(b'he')", "b.startswith((b'x', b'h'))", "b.startswith('h')", "b.startswith(('h',))", "b.endswith(b'')", "b[10**30:]", "b[True]", "len(b)", "tuple(b'ab')", "max(b)", "sorted(b)", "b[0:1] == b'h'", "b == 'hello'", "b == bytearray(b'hello')", "b < b'help'", "b < 'a'", "b'a' < bytearray(b'b')", "b + bytearray(b'!')", "bytearray(b'!') + b", "b + 'a'", "b * 2", "b * -1", "2 * b", "b % ()", "hash(b) == hash(b'hello')", "{b: 1}[b'hello']", "list(reversed(b'abc'))", "b.find(b'l', -2)", "b[:] is b", "b.find(104.0)", "b.index(b'lo', 3, 5)")
try:
    b[0] = 1
except TypeError as error:
    print(error)
