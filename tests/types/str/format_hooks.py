# __format__ is asked, and has to answer with text
class Own:
    def __format__(self, spec):
        return "<" + spec + ">"
    def __str__(self):
        return "s"
    def __repr__(self):
        return "r"

class Bad:
    def __format__(self, spec):
        return 1

class Plain:
    pass

class Failing:
    def __format__(self, spec):
        raise KeyError("format")

class Text(str):
    def __format__(self, spec):
        return "text" + spec

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"{}".format(Own()), "{:x y}".format(Own()), f"{Own():>{5}}", format(Own()), format(Own(), "q")
"{!s:>5}|{!r:>5}".format(Own(), Own())
"{}".format(Bad())
format(Bad(), "")
f"{Bad()}"
"{:x}".format(Plain())
format(Plain(), "x")
f"{Plain():>5}"
"{}".format(Failing())
format(1, 2)
format(1, None)
format()
object.__format__(1, "x")
object.__format__(1, 2)
int.__format__(1)
int.__format__("a", "")
"{}".format(Text("q")), "{:x}".format(Text("q")), "%s" % Text("q"), f"{Text('q')!s:>3}"
""")
