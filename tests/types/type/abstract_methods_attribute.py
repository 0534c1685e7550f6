# `__abstractmethods__`: absent until it is set; then instances cannot be made.
class A:
    pass

for cls in (int, type, A):
    try:
        cls.__abstractmethods__
    except AttributeError as error:
        print(error, error.name)
try:
    del A.__abstractmethods__
except AttributeError as error:
    print(error)
for names in (('f',), ('f', 'g'), ()):
    A.__abstractmethods__ = names
    try:
        print(type(A()).__name__)
    except TypeError as error:
        print(error)
A.__abstractmethods__ = ('f',)
del A.__abstractmethods__
print(type(A()).__name__)
