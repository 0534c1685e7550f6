# What bytes and bytearray are made of
class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

class WithBytes:
    def __bytes__(self):
        return b"wb"

class WithText:
    def __bytes__(self):
        return "wt"

class Failing:
    def __iter__(self):
        yield 1
        raise KeyError("x")

def both(make):
    answers = []
    for type_ in (bytes, bytearray):
        try:
            answers.append(make(type_))
        except Exception as error:
            answers.append(f"{type(error).__name__}: {error}")
    return answers

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
both(lambda t: t())
both(lambda t: t(3))
both(lambda t: t(-1))
both(lambda t: t(1 << 70))
both(lambda t: t("a"))
both(lambda t: t("a", "ascii"))
both(lambda t: t("\u00e9", "ascii"))
both(lambda t: t("\u00e9", "ascii", "replace"))
both(lambda t: t("a", 1))
both(lambda t: t(b"a", "ascii"))
both(lambda t: t(1, "ascii"))
both(lambda t: t([1, 255]))
both(lambda t: t([256]))
both(lambda t: t([-1]))
both(lambda t: t(["a"]))
both(lambda t: t([1.0]))
both(lambda t: t(1.0))
both(lambda t: t(None))
both(lambda t: t(object()))
both(lambda t: t(Index(3)))
both(lambda t: t([Index(65)]))
both(lambda t: t(Index("a")))
both(lambda t: t(WithBytes()))
both(lambda t: t(WithText()))
both(lambda t: t(range(3)))
both(lambda t: t({3: 4}))
both(lambda t: t(encoding="utf-8"))
both(lambda t: t(errors="x"))
both(lambda t: t(x=1))
both(lambda t: t(b"a", b"b"))
both(lambda t: t(source=b"a"))
both(lambda t: t(Failing()))
""")
