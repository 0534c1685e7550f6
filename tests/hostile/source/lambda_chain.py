# A hundred thousand lambdas, conditional expressions and walruses
# by hand

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


attempt("lambda", "lambda:" * 100000 + "1")
attempt("lambda with parameter", "lambda x: " * 100000 + "x")
attempt("conditional", "x if y else " * 100000 + "z")
attempt("conditional lambda", "lambda: x if y else " * 50000 + "z")
attempt("walrus", "(x := " * 150 + "1" + ")" * 150)
attempt("comprehension conditions", "[x for x in y " + "if x " * 100000 + "]")
attempt("nested comprehension", "[" * 150 + "x" + " for x in y]" * 150)
attempt("power", "2 ** " * 100000 + "1")
attempt("negative power", "2 ** -" * 100000 + "1")
