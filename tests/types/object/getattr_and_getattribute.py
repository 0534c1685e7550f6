# `__getattr__` answers for what `__getattribute__` and properties miss.
class Both:
    def __getattribute__(self, name):
        if name == 'x':
            raise AttributeError('x!')
        return object.__getattribute__(self, name)
    def __getattr__(self, name):
        return 'fallback ' + name
print(Both().x, Both().y, Both().__class__.__name__)
class FromProperty:
    @property
    def p(self):
        raise AttributeError('inner')
    def __getattr__(self, name):
        return 'fallback ' + name
print(FromProperty().p)
class Picky:
    def __getattr__(self, name):
        if name == 'boom':
            raise ValueError('boom')
        raise AttributeError(name)
p = Picky()
print(hasattr(p, 'no'), getattr(p, 'no', 5))
for attempt in (lambda: hasattr(p, 'boom'), lambda: getattr(p, 'boom', 5), lambda: getattr(p, 1), lambda: hasattr(p, 1), lambda: setattr(p, 1, 2), lambda: delattr(p, 'zz'), lambda: getattr(p)):
    try:
        attempt()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
