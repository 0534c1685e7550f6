# Descriptors of classes can be saved by name.
class A:
    __slots__ = 'a'
for value in (A.a, int.__add__, list.append, slice.__dict__['start']):
    print(value.__reduce__())
for value in (int.__dict__['real'], dict.__dict__['fromkeys']):
    try:
        value.__reduce_ex__(2)
    except TypeError as error:
        print(error)
