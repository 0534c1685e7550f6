# A class method may wrap any callable, and is found through the class of the instance.
print(classmethod(lambda cls: cls).__get__(5)())
print(classmethod(len).__name__, classmethod(int).__get__(None, float)(3.7) if False else classmethod(type).__get__(None, int)())
class A:
    kind = classmethod(type)
print(A.kind(), A().kind())
