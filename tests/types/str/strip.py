# strip, lstrip, rstrip, removeprefix, removesuffix

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'  a b  '.strip()", "'  a '.lstrip()", "'  a '.rstrip()", "'\\t\\n\\x0b\\x0c\\r\\x1c\\x85\\xa0\\u3000a\\u2028'.strip()", "'\\u200ba'.strip()", "'xxaxx'.strip('x')", "'abcba'.strip('ab')", "'abc'.strip('')", "'abc'.strip('abc')", "'éaé'.strip('é')", "'😀a😀'.strip('😀b')", "'abc'.strip(None)", "'abc'.strip(1)", "'abc'.strip('a', 'b')", "''.strip()", "'aXbXa'.lstrip('Xa')", "'aXbXa'.rstrip('Xa')", "'prefix-x'.removeprefix('prefix-')", "'prefix'.removeprefix('x')", "'abc'.removeprefix('')", "'abc'.removesuffix('')", "'abc'.removesuffix('abc')", "'abc'.removesuffix('bc')", "'aaa'.removeprefix('a')", "'abc'.removeprefix(1)", "'abc'.removesuffix()", "b'  a '.strip()", "b'xax'.strip(b'x')", "b'a'.strip('a')", "bytearray(b'xax').lstrip(b'x')", "b'abc'.removeprefix(b'a')", "b'abc'.removesuffix(bytearray(b'c'))", "b'\\x1ca\\xa0'.strip()")
a = "same"
print(a.strip() is a, a.removeprefix("z") is a, a.strip("z") is a)
