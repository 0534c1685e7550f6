# Merging keyword arguments
def f(**names):
    return names

class Keys:
    def keys(self):
        return ["k"]
    def __getitem__(self, key):
        return key * 2

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
f(**{"a": 1}, **{"b": 2}), f(**{}), f(b=1, **{"a": 2})
f(**{"a": 1}, **{"a": 2})
f(a=1, **{"a": 2})
f(a=1, **{1: 2, "a": 3})
f(**{1: 2})
f(**5)
f(**[("a", 1)])
f(**Keys())
{**{1: 2}, **{1: 3}}, {**Keys()}
{**5}
{**[1]}
dict(a=1, **{"b": 2})
dict(a=1, **{1: 2})
len(x=1)
""")
