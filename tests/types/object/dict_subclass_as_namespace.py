# Attributes in a `__dict__` that is an instance of a subclass of dict are looked up as in a dict.
class D(dict):
    def __getitem__(self, key):
        return 'never'
    def __missing__(self, key):
        return 'never'
class A:
    pass
a = A()
a.__dict__ = D(x=1)
print(a.x, type(a.__dict__).__name__, hasattr(a, 'y'))
a.z = 2
print(sorted(a.__dict__))
