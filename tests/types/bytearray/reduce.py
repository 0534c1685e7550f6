# What copies are made from
import copy

class Sub(bytearray):
    pass

def with_attribute():
    made = Sub(b"y")
    made.attribute = [1]
    return made

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
bytearray().__reduce__()
bytearray(b"a\xff").__reduce__()
bytearray(b"a\xff").__reduce_ex__(2)
bytearray(b"a\xff").__reduce_ex__(3)
bytearray().__reduce_ex__(3)
Sub(b"x").__reduce__()[1:]
with_attribute().__reduce_ex__(3)[1:]
copy.copy(with_attribute()), copy.copy(with_attribute()).__dict__, type(copy.copy(with_attribute())).__name__
copy.deepcopy([bytearray(b"a")] * 2)
iter(bytearray(b"ab")).__reduce__()[1:]
""")
