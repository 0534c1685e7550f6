# A hundred thousand closing brackets and mismatches
for text in (")", "]", "}", ")]}"):
    try:
        compile(text * 100000, "<hostile>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)
try:
    compile("(" * 150 + "]", "<hostile>", "exec")
except SyntaxError as error:
    print(error.msg)
try:
    compile("()" * 100000 + ")", "<hostile>", "exec")
except (SyntaxError, RecursionError, MemoryError):
    print("refused")
