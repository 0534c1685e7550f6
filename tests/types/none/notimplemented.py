# NotImplemented returned from operators falls through to the reflected operator
import sys
class A:
    def __add__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
    def __iadd__(self, other): return NotImplemented
    def __contains__(self, item): return NotImplemented
class B:
    def __radd__(self, other): return "radd"
    def __gt__(self, other): return "gt"
    def __eq__(self, other): return "eq"
    __hash__ = None
a, b = A(), B()
print(a + b, a < b, a == b, a == a, a != a, a == 1, 1 == a)
x = a
x += b
print(x)
for operation in (lambda: a + 1, lambda: 1 + a, lambda: a < 1, lambda: a + a, lambda: a > a):
    try:
        print(operation())
    except TypeError as error:
        print(error)
try:
    x = a
    x += 1
except TypeError as error:
    print(error)
print(object().__eq__(1), object().__ne__(1), (1).__add__("a"), [].__eq__(1), "a".__lt__(1), {}.__or__(1))
print(NotImplemented, repr(NotImplemented), type(NotImplemented))
