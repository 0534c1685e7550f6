# Fields with attributes and items
class Object:
    pass

class Failing:
    def __getattr__(self, name):
        raise AttributeError("my " + name)
    def __getitem__(self, key):
        raise KeyError(key)

obj = Object()
obj.b = {"c": Object()}
obj.b["c"].d = "deep"
d = {0: "zero", "x": "ex", "-1": "minus"}

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"{0.real} {0.imag}".format(3), "{.real}".format(5), "{[0]}".format("ab"), "{a.b[c].d}".format(a=obj)
"{0[0]} {0[x]} {0[-1]}".format(d), "{0[ 0 ]}".format({" 0 ": 1}), "{0[a]b}".format({})
"{0[]}".format({})
"{0.}".format(1)
"{0..a}".format(1)
"{0[a}".format({})
"{0.nope}".format(1)
"{0[5]}".format([1])
"{0[x]}".format([1])
"{0[99999999999999999999]}".format([1])
"{a}".format()
"{1}".format(1)
"{}{}".format(1)
"{} {0}".format(1)
"{0} {}".format(1)
"{a b}".format(**{"a b": 1}), "{-1}".format(**{"-1": 2}), "{+1}".format(**{"+1": 3}), "{ 0}".format(**{" 0": 4})
"{01}".format(1, 2), "{1_0}".format(**{"1_0": 5})
"{99999999999999999999}".format()
"{0.__class__.__name__}".format(1.5), "{!r:>5}|{!s:<4}|{!a}".format("a", "b", "\xe9")
"{a.missing}".format(a=Failing())
"{a[k]}".format(a=Failing())
""")
