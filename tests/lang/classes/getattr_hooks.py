# __getattribute__, __getattr__, __setattr__ and __delattr__.
class A:
    klass = 'class attribute'

    def __init__(self):
        object.__setattr__(self, 'own', 1)

    def __getattribute__(self, name):
        print('getattribute', name)
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('dyn_'):
            return name[4:]
        raise AttributeError(f'no {name} here')

    def __setattr__(self, name, value):
        print('setattr', name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('delattr', name)
        object.__delattr__(self, name)


a = A()
print(a.own, a.klass, a.dyn_x)
a.new = 2
print(a.new)
del a.new
for name in ('new', 'gone'):
    try:
        getattr(a, name)
    except AttributeError as e:
        print(e)
print(hasattr(a, 'dyn_y'), hasattr(a, 'no'), getattr(a, 'no', 'default'))
a.own += 1


class B:
    def __getattr__(self, name):
        return f'<{name}>'

    @property
    def broken(self):
        raise AttributeError('inside the property')

    @property
    def other(self):
        raise ValueError('not swallowed')


b = B()
print(b.anything, b.broken, b.__dict__)
try:
    b.other
except ValueError as e:
    print(e)
try:
    len(b)
except TypeError as e:
    print(e)


class Proxy:
    def __init__(self, target):
        self.__dict__['target'] = target

    def __getattr__(self, name):
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        setattr(self.target, name, value)


class T: v = 1


t = T()
p = Proxy(t)
p.v = 5
print(t.v, p.v, vars(p) == {'target': t})


class Rec:
    def __getattr__(self, name):
        return self.missing


try:
    Rec().x
except RecursionError as e:
    print('RecursionError')
class Priv:
    def __getattribute__(self, name):
        if name == 'secret':
            raise AttributeError('hidden')
        return super().__getattribute__(name)
    secret = 1
print(hasattr(Priv(), 'secret'), Priv.secret)
