# partition and rpartition

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'a=b=c'.partition('=')", "'a=b=c'.rpartition('=')", "'abc'.partition('=')", "'abc'.rpartition('=')", "''.partition('x')", "'='.partition('=')", "'abc'.partition('')", "'abc'.rpartition('')", "'abc'.partition(1)", "'abc'.partition()", "'a::b::c'.partition('::')", "'a::b::c'.rpartition('::')", "'é😀é'.partition('😀')", "b'a=b'.partition(b'=')", "b'a=b'.partition('=')", "b'ab'.rpartition(b'=')", "bytearray(b'a=b').partition(b'=')", "b'a'.partition(b'')")
class S(str): pass
s = S("abc")
print([type(x).__name__ for x in s.partition("z")], [type(x).__name__ for x in s.partition("b")], s.partition("z")[0] is s)
t = "plain"
print(t.partition("z")[0] is t, t.rpartition("z")[2] is t)
