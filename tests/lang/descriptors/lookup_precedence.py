# Data descriptors, instance dictionary, non-data descriptors, class attributes, __getattr__.
class Data:
    def __get__(self, obj, owner): return 'data descriptor'
    def __set__(self, obj, value): print('set', value)


class NonData:
    def __get__(self, obj, owner): return 'non-data descriptor'


class SetOnly:
    def __set__(self, obj, value): obj.__dict__['set_only'] = value
    def __repr__(self): return 'SetOnly object'


class DelOnly:
    def __delete__(self, obj): print('deleted')


class A:
    data = Data()
    non = NonData()
    set_only = SetOnly()
    del_only = DelOnly()
    plain = 'class attribute'

    def __getattr__(self, name): return f'getattr {name}'


a = A()
a.__dict__.update(data='instance', non='instance', set_only='instance', plain='instance')
print(a.data, a.non, a.set_only, a.plain, a.nothing)
a.data = 5
a.set_only = 6
print(a.set_only, a.__dict__)
del a.del_only
try:
    a.del_only = 1
except AttributeError as e:
    print(e)
try:
    del a.data
except AttributeError as e:
    print(e)
try:
    del a.set_only
except AttributeError as e:
    print(e)
b = A()
print(b.data, b.non, b.set_only, b.plain)
print(A.data, A.non, A.set_only, A.plain)
A.data = 'overwritten on the class'
print(a.data, b.data)


class Meta(type):
    data = Data()
    non = NonData()
    on_meta = 'metaclass attribute'


class B(metaclass=Meta):
    data = 'in class'
    non = 'in class'


print(B.data, B.non, B.on_meta)
try:
    B().on_meta
except AttributeError as e:
    print(e)


class Inst:
    def __init__(self):
        self.d = Data()


print(type(Inst().d).__name__)


class Raises:
    def __get__(self, obj, owner): raise AttributeError('from __get__')


class C:
    r = Raises()
    def __getattr__(self, name): return 'fallback'


print(C().r, hasattr(C, 'r'))
class D:
    r = Raises()
try:
    D().r
except AttributeError as e:
    print(e)
print(getattr(D(), 'r', 'default'))
