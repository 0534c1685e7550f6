# Blocks nested beyond all limits
def attempt(name, source):
    try:
        compile(source, "<hostile>", "exec")
        print(name, "compiled")
    except SyntaxError as error:
        print(name, type(error).__name__, error.msg)
def nest(line, depth): return "".join(" " * i + line + "\n" for i in range(depth)) + " " * depth + "pass\n"
attempt("if 99", nest("if x:", 99))
attempt("if 100", nest("if x:", 100))
attempt("if 5000", nest("if x:", 5000))
attempt("for 21", nest("for x in y:", 21))
attempt("for 22", nest("for x in y:", 22))
attempt("while 22", nest("while x:", 22))
attempt("with 22", nest("with x:", 22))
attempt("class 90", nest("class C:", 90))
attempt("def 90", nest("def f():", 90))
attempt("async def 90", nest("async def f():", 90))
attempt("try 22", "".join(" " * i + "try:\n" for i in range(22)) + " " * 22 + "pass\n" + "".join(" " * i + "finally: pass\n" for i in range(21, -1, -1)))
attempt("match 40", "".join(" " * i + ("match x:\n" if i % 2 == 0 else "case 1:\n") for i in range(80)) + " " * 80 + "pass\n")
attempt("spaces 100000", "if x:\n" + " " * 100000 + "y\n")
attempt("tabs 100000", "if x:\n" + "\t" * 100000 + "y\n")
attempt("mixed", "if x:\n" + "\t " * 50000 + "y\n")
attempt("dedents", "if x:\n" + "".join(" " * (100 - i) + "y\n" for i in range(99)))
attempt("else", nest("if x:", 90) + "else: pass\n")
