# replace with counts, empty patterns and Unicode

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'aaa'.replace('a', 'b')", "'aaa'.replace('a', 'b', 2)", "'aaa'.replace('a', 'b', 0)", "'aaa'.replace('a', 'b', -1)", "'abc'.replace('', '-')", "'abc'.replace('', '-', 2)", "''.replace('', 'x')", "''.replace('', 'x', 0)", "''.replace('a', 'x')", "'aaaa'.replace('aa', 'a')", "'abc'.replace('b', '')", "'abc'.replace('abc', '')", "'hello'.replace('l', 'LL')", "'é😀é'.replace('é', 'e')", "'abc'.replace('b', '😀')", "'a😀b'.replace('😀', '')", "'abc'.replace('b')", "'abc'.replace('b', 1)", "'abc'.replace(1, 'b')", "'abc'.replace('a', 'b', 'c')", "'abc'.replace('a', 'b', 1.5)", "'aaa'.replace('a', 'b', count=1)", "'aaa'.replace(old='a', new='b')", "'a.b.c'.replace('.', '::', 10**30)", "'aba'.replace('aba', 'x').replace('x', 'aba')", "b'aaa'.replace(b'a', b'bc', 2)", "b'abc'.replace(b'', b'-')", "b'abc'.replace('a', b'b')", "bytearray(b'aXa').replace(b'X', b'YY')", "b'aaa'.replace(b'a', b'b', -5)")
s = "unchanged"
print(s.replace("z", "y") is s, len(("ab" * 1000).replace("ab", "abc")), ("x" * 100).replace("x", "yz").count("yz"))
