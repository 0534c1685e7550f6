# Abstract classes: registration, hooks, and what cannot be made.
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self):
        pass
    @property
    @abc.abstractmethod
    def p(self):
        pass
class B(A):
    f = 1
class C(B):
    p = 1
for cls in (A, B, C):
    try:
        print(type(cls()).__name__)
    except TypeError as error:
        print(error)
print(A.register(int) is int, isinstance(1, A), issubclass(bool, A), isinstance('', A))
for attempt in (lambda: A.register(1), lambda: C.register(A), lambda: issubclass(1, A)):
    try:
        attempt()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
class Hook(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return NotImplemented if other is str else 5 if other is float else other is int
print(issubclass(int, Hook), issubclass(str, Hook), issubclass(list, Hook))
try:
    issubclass(float, Hook)
except AssertionError as error:
    print(error)
