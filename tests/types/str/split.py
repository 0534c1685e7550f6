# split and rsplit by white space and by separators

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'a b  c'.split()", "'  a b '.split()", "''.split()", "'   '.split()", "'a b c d'.split(None, 2)", "'  a  b  c '.split(None, 1)", "'a b c d'.rsplit(None, 2)", "'  a  b  c '.rsplit(None, 1)", "'a\\u2003b\\x1cc\\xa0d\\x85e'.split()", "'a,b,,c'.split(',')", "''.split(',')", "','.split(',')", "'a,b,c'.split(',', 1)", "'a,b,c'.rsplit(',', 1)", "'a,b,c'.split(',', 0)", "' a b '.split(None, 0)", "'a,b,c'.split(',', -1)", "'abcbcd'.split('bc')", "'aaaa'.split('aa')", "'aaa'.split('aa')", "'aaa'.rsplit('aa')", "'abc'.split('')", "'abc'.split(1)", "'abc'.split(None)", "'a b'.split(sep=None, maxsplit=1)", "'a-b-c'.rsplit(sep='-', maxsplit=1)", "'a b'.split(maxsplit=0)", "'é😀é'.split('😀')", "'a b'.split(' ', 10**30)", "'a b'.split(' ', 1.0)", "'abc'.split('abcd')", "'ab\\nc d'.split('\\n')", "'x'.rsplit('x', 5)", "'1<>2<>3'.split('<>', maxsplit=1)", "'a b c'.split('b')")
class S(str): pass
print([type(x).__name__ for x in S("a b").split()], type(S("a").split("x")[0]).__name__, S("a,b").split(S(",")))
