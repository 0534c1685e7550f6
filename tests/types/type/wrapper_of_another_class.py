# A slot wrapper taken from an unrelated class refuses the instance instead of being passed over.
class A(int):
    __eq__ = str.__eq__
    __add__ = str.__add__
    __hash__ = None
a = A(1)
for operation in (lambda: a == a, lambda: a + a, lambda: a + 1, lambda: 1 + a, lambda: a != a, lambda: a < 2):
    try:
        print(operation())
    except TypeError as error:
        print(error)
