# The docstring is the getter's, or the one given, and can be assigned.
def getter(self):
    "of the getter"
print(property(getter).__doc__, property(getter, doc='given').__doc__, property(doc='alone').__doc__, property().__doc__)
class Sub(property):
    pass
print(Sub(getter).__doc__, Sub(lambda self: 1, doc='given').__doc__)
p = property(getter)
p.__doc__ = 'assigned'
print(p.__doc__, p.getter(lambda self: 1).__doc__)
class Documented(property):
    "of the class"
print(Documented(lambda self: 1).__doc__, Documented(getter).__doc__)
