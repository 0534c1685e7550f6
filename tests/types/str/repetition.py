# Concatenation and repetition, their limits and errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'ab' * 3", "3 * 'ab'", "'ab' * 0", "'ab' * -5", "'ab' * True", "'é' * 3", "'' * 10**18", "'ab' * 1.0", "'ab' * 'c'", "'ab' * None", "'ab' * (2**63)", "'' * (2**63)", "'ab' + 'cd'", "'ab' + 1", "1 + 'ab'", "'a' + b'b'", "'a' + None", "'é' + 'a' + '😀'", "'a' - 'b'", "'a' / 'b'", "-'a'", "'a' ** 2", "'a' % ()", "'a' & 'b'", "'a' 'b' \"c\"", "'a' @ 'b'", "'a' // 2", "+'a'", "~'a'", "'a' << 1")
s = "x"
s += "y"
s *= 3
print(s)
t = s
s += "!"
print(s, t)
parts = ""
for i in range(1000):
    parts += str(i % 10)
print(len(parts), parts[:20], parts[-5:])
try:
    s += 1
except TypeError as error:
    print(error)
class S(str): pass
print(type(S("a") + "b"), type(S("a") * 2), type("a" + S("b")), type(S("a")[:]), type(S("abc").upper()))
class R:
    def __radd__(self, other): return ("radd", other)
    def __rmul__(self, other): return ("rmul", other)
    def __rmod__(self, other): return ("rmod", other)
print("a" + R(), "a" * R(), "a%s" % R() != "")
