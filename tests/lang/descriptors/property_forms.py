# property with getter, setter, deleter, inheritance and errors.
class Temp:
    def __init__(self, c): self._c = c

    @property
    def celsius(self):
        "Degrees Celsius."
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273: raise ValueError('too cold')
        self._c = v

    @celsius.deleter
    def celsius(self):
        print('deleting')
        del self._c

    @property
    def fahrenheit(self): return self._c * 9 / 5 + 32

    write_only = property(None, lambda self, v: print('wrote', v))
    nothing = property()
    doc = property(lambda self: 1, doc='given doc')


t = Temp(100)
print(t.celsius, t.fahrenheit)
t.celsius = 20
t.celsius += 5
print(t.celsius, t.fahrenheit, Temp.celsius.__doc__, Temp.doc.__doc__)
t.write_only = 1
for action in ('t.celsius = -300', 't.fahrenheit = 1', 'del t.fahrenheit', 't.write_only', 'del t.write_only', 't.nothing', 't.nothing = 1', 'del t.nothing', 'del t.celsius', 't.celsius', 'Temp.celsius.fget = 1', 'property(1, 2, 3, 4, 5)', 'property(5).__get__(t)', 'Temp.celsius.__get__(t)'):
    try:
        exec(action)
        print(action, 'ok')
    except Exception as e:
        print(action, '->', type(e).__name__, e)
print(type(Temp.celsius).__name__, Temp.celsius.fget.__name__, Temp.fahrenheit.fset, Temp.celsius.__name__)


class Sub(Temp):
    @Temp.celsius.getter
    def celsius(self): return f'sub {self._c}'

    @property
    def fahrenheit(self): return f'sub {super().fahrenheit}'


s = Sub(10)
s.celsius = 5
print(s.celsius, s.fahrenheit)
s.__dict__['celsius'] = 'shadow attempt'
print(s.celsius)


class P(property):
    def __get__(self, obj, owner=None):
        return self if obj is None else ('P', super().__get__(obj, owner))


class U:
    @P
    def x(self): return 1

    @x.setter
    def x(self, v): print('P set', v)


u = U()
u.x = 3
print(u.x, type(U.x).__name__)
