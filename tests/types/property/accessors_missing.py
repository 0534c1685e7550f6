# A property without getter, setter or deleter says which of them it has not.
class A:
    @property
    def both(self):
        return 1
    write_only = property(None, lambda self, value: print('set', value))
    empty = property()
a = A()
for attempt in (
    lambda: setattr(a, 'both', 1), lambda: delattr(a, 'both'), lambda: a.write_only, lambda: delattr(a, 'write_only'),
    lambda: a.empty, lambda: setattr(a, 'empty', 1), lambda: delattr(a, 'empty'),
    lambda: property().__get__(a), lambda: property().__set__(a, 1), lambda: property().__delete__(a),
):
    try:
        attempt()
    except AttributeError as error:
        print(error)
a.write_only = 5
