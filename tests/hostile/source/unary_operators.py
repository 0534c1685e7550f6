# A hundred thousand unary operators

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


for text in ("-", "+", "~", "not ", "-+~", "- -", "not not ", "-(", "not ("):
    attempt(repr(text), text * 100000 + "1")
    attempt(repr(text) + " without operand", text * 100000)
attempt("await", "async def f():\n    " + "await " * 100000 + "x")
attempt("yield", "def f():\n    " + "yield " * 100000 + "x")
attempt("star", "*" * 100000 + "x")
attempt("double star", "f(" + "**" * 100000 + "x)")
attempt("decorators", "@" * 100000)
