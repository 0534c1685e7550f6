# The metaclass is the most derived of all.
class M1(type):
    pass
class M2(type):
    pass
class M3(M1):
    pass
class A(metaclass=M1):
    pass
class B(metaclass=M2):
    pass
class C(metaclass=M3):
    pass
print(type(type('X', (A, C), {})).__name__)
for make in (lambda: type('X', (A, B), {}), lambda: M2('X', (A,), {})):
    try:
        make()
    except TypeError as error:
        print(error)
