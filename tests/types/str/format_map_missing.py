# format_map looks names up in any mapping
class Default(dict):
    def __missing__(self, key):
        return key * 2

class Only:
    def __getitem__(self, key):
        return [key]

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"{a} {b}".format_map({"a": 1, "b": 2})
"{a}".format_map(Default())
"{a.real} {b[0]}".format_map(Default(a=5))
"{a}".format_map({})
"{}".format_map({})
"{0}".format_map([1])
"{a}".format_map(Only())
"{a}".format_map(None)
"{a}".format_map([])
"plain".format_map(None)
"{a:{b}}".format_map({"a": 1, "b": ">3"})
"{a}".format_map()
"{a}".format_map({}, {})
""")
