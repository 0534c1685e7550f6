# A hundred thousand clauses in one comprehension: the answer, or a refusal
# by hand

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


attempt("for", "[x " + "for x in y " * 100000 + "]")
attempt("for and if", "[x " + "for x in y if x " * 50000 + "]")
attempt("generator", "(x " + "for x in y " * 100000 + ")")
attempt("dict", "{x: x " + "for x in y " * 100000 + "}")
attempt("async", "async def f():\n    [x " + "async for x in y " * 50000 + "]")
