# Deeply nested f-strings and format specs

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


def nested(depth):
    source = "1"
    for i in range(depth):
        source = "f'{" + source + "}'"
    return source
for depth in (1, 5, 50):
    print(depth, eval(nested(depth)))
for depth in (149, 150, 151, 1000, 20000):
    attempt(f"nested {depth}", nested(depth))
attempt("unclosed", "f'{" * 100000)
attempt("unclosed spec", "f'{a:" * 100000)
attempt("specs", "f'" + "{a:" * 1000 + "}" * 1000 + "'")
attempt("braces", "f'" + "{{" * 100000 + "'")
attempt("odd braces", "f'" + "{{" * 100000 + "{'")
attempt("closing braces", "f'" + "}}" * 100000 + "'")
attempt("single closing", "f'" + "}" * 100001 + "'")
attempt("fields", "f'" + "{a}" * 100000 + "'")
attempt("brackets in field", "f'{" + "(" * 100000 + "}'")
attempt("equals", "f'{a=" + "=" * 100000 + "}'")
attempt("conversions", "f'{a" + "!r" * 100000 + "}'")
attempt("lines", "f'''{\n" + "\n" * 100000 + "a}'''")
attempt("quotes", "f'" + '"' * 100000 + "{a}'")
x = 1
print(len(eval("f'" + "{x}" * 20000 + "'")), len(eval("f'{x:>100000}'")))
