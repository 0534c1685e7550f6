# A hundred thousand opening brackets

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


for text in ("{1: ", "(1, ", "[x for x in ", "lambda x=(", "(yield ", "(x := ", "{**", "(*"):
    attempt(text, text * 100000)
for text in ("(", "[", "{", "f(", "a[", "([{"):
    for source in (text * 100000, text * 100000 + "1" + {"(": ")", "[": "]", "{": "}"}.get(text[-1:], "") * 100000):
        try:
            compile(source, "<hostile>", "exec")
            print(text, "compiled")
        except SyntaxError as error:
            print(text, error.msg, error.lineno)
for depth in (1, 50, 199, 200, 201):
    try:
        print(depth, eval("(" * depth + "7" + ")" * depth))
    except SyntaxError as error:
        print(depth, error.msg)
