# A `mro` method that assigns `__bases__` while MROs are computed cannot make a cycle.
ready = False

class Meta(type):
    def mro(cls):
        if ready:
            if cls.__name__ == 'B':
                C.__bases__ = (B,)
            if cls.__name__ == 'C':
                B.__bases__ = (C,)
        return type.mro(cls)

class A(metaclass=Meta):
    pass
class B(A):
    pass
class C(A):
    pass
ready = True
try:
    B.__bases__ += ()
except TypeError as error:
    print(error)
ready = False
print(B.__bases__, C.__bases__)
