# References are copied as themselves.
import copy, weakref
class A:
    pass
a = A()
r = weakref.ref(a)
print(copy.copy(r) is r, copy.deepcopy(r) is r, copy.deepcopy([r])[0] is r)
d = weakref.WeakValueDictionary(x=a)
print(copy.copy(d)['x'] is a, copy.deepcopy(d)['x'] is a)
