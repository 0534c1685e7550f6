# `__name__` of a property: what the class calls it, else the getter's; it can be assigned and deleted.
class A:
    @property
    def p(self):
        "doc"
    q = p
    empty = property()
print(A.p.__name__, A.q.__name__, A.empty.__name__)
for make in (lambda: property().__name__, lambda: property(5).__name__):
    try:
        print(make())
    except AttributeError as error:
        print(error)
print(property(lambda self: 1).__name__)
A.p.__name__ = 'other'
print(A.p.__name__)
del A.p.__name__
print(A.p.__name__)
