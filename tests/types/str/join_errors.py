# join says which item is no text
class Sub(str): pass

def failing():
    yield "a"
    raise KeyError("stop")

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"-".join(["a", "b"]), "".join("abc"), "-".join({"x": 1}), "\U0001f600".join(["a", "\xe9"])
"-".join([]), "-".join(["a"]), "-".join([Sub("q")]), type("-".join([Sub("q")])).__name__
"-".join(["a", 1])
"-".join([b"a"])
"-".join(["a", None, "b"])
"-".join(1)
"-".join(None)
"-".join(x for x in ("a", 1))
"-".join()
"-".join("a", "b")
"-".join(failing())
""")
