# `__dict__` can be replaced by another dictionary and deleted.
class A:
    pass
a = A()
a.x = 1
for bad in (1, None, []):
    try:
        a.__dict__ = bad
    except TypeError as error:
        print(error)
shared = {'y': 2}
a.__dict__ = shared
a.z = 3
shared['w'] = 4
print(a.y, a.w, shared, hasattr(a, 'x'))
del a.__dict__
print(a.__dict__, hasattr(a, 'y'), shared)
a.q = 1
del a.__dict__
del a.__dict__
print(vars(a))
