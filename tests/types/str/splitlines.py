# splitlines knows all line boundaries

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("'a\\nb\\r\\nc\\rd'.splitlines()", "'a\\nb\\r\\nc\\rd'.splitlines(True)", "''.splitlines()", "'\\n'.splitlines()", "'a\\n'.splitlines()", "'a\\n\\n'.splitlines()", "'a\\x0bb\\x0cc\\x1cd\\x1de\\x1ef\\x85g\\u2028h\\u2029i'.splitlines()", "'a\\x1fb'.splitlines()", "'\\r\\n\\r'.splitlines(keepends=True)", "'\\n\\r'.splitlines()", "'abc'.splitlines(keepends=False)", "'a\\nb'.splitlines(1)", "'a\\nb'.splitlines('x')", "'a'.splitlines(1, 2)", "'é\\n😀\\n'.splitlines()", "b'a\\nb\\r\\nc\\rd\\x0be\\x85f\\x1cg'.splitlines()", "b'a\\n\\nb'.splitlines(True)", "bytearray(b'a\\nb').splitlines()")
