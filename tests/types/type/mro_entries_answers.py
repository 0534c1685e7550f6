# `__mro_entries__` gives a tuple of classes.
class Entries:
    def __init__(self, answer):
        self.answer = answer
    def __mro_entries__(self, bases):
        return self.answer
for answer in ((int,), (), [int], 1, (1,), (int, dict)):
    try:
        class A(Entries(answer)):
            pass
        print(A.__bases__, len(A.__orig_bases__))
    except TypeError as error:
        print(error)
try:
    type('A', (Entries((int,)),), {})
except TypeError as error:
    print(error)
