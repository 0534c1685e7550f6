# Instance attributes shadow class attributes; deleting uncovers them.
class A:
    shared = []
    n = 0

    def __init__(self):
        self.own = []


a, b = A(), A()
a.shared.append(1)
a.own.append(1)
print(b.shared, b.own)
a.n += 1
print(a.n, b.n, A.n, vars(a), vars(b))
A.n = 10
print(a.n, b.n)
del a.n
print(a.n)
try:
    del a.n
except AttributeError as e:
    print(e)
A.late = 'added later'
print(a.late)
del A.late
try:
    a.late
except AttributeError as e:
    print(e)
a.__dict__['direct'] = 5
print(a.direct, a.__dict__ is vars(a))
a.__dict__ = {'replaced': 1}
print(a.replaced, hasattr(a, 'own'))
for bad in (5, [], None):
    try:
        a.__dict__ = bad
    except TypeError as e:
        print(e)
print(getattr(a, 'replaced'), getattr(a, 'nope', 'default'), hasattr(A, 'n'))
setattr(a, 'dynamic name', 7)
print(getattr(a, 'dynamic name'), vars(a))
delattr(a, 'dynamic name')
for call in (lambda: getattr(a, 'nope'), lambda: getattr(a, 5), lambda: setattr(a, 5, 1), lambda: delattr(a, 'nope'), lambda: object().x, lambda: setattr(object(), 'x', 1), lambda: setattr(5, 'x', 1), lambda: setattr(5, 'real', 1), lambda: getattr(A, 'zz'), lambda: delattr(A, 'zz'), lambda: setattr(int, 'x', 1), lambda: delattr(int, 'real'), lambda: setattr([], 'append', 1), lambda: setattr(None, 'x', 1)):
    try:
        print(call())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class B(A):
    pass


B.n = 'B'
print(B.n, A.n, B().n, 'n' in B.__dict__)
del B.n
print(B.n)
a.x = a.y = a.z = 1
del a.y
a.y = 2
print(list(vars(a)))
