# __set_name__ runs in definition order, with owner and name, and its errors get a note.
class D:
    def __init__(self, label): self.label = label
    def __set_name__(self, owner, name):
        print(self.label, owner.__name__, name, hasattr(owner, 'last'))


shared = D('shared')


class A:
    b = D('b')
    a = D('a')
    s1 = shared
    s2 = shared
    x = [D('in a list is not called')]
    last = 1


A.later = D('later is not called')


class B(A):
    pass


class Bad:
    def __set_name__(self, owner, name): raise ValueError('refused')


try:
    class C:
        attr = Bad()
except ValueError as e:
    print(e, e.__notes__)


class Deletes:
    def __set_name__(self, owner, name):
        delattr(owner, name)
        setattr(owner, name + '_moved', self)


class E:
    d = Deletes()
    n = D('n')


print([k for k in vars(E) if not k.startswith('__')])


class OnInstance:
    def __init__(self): self.__set_name__ = lambda *a: print('never')


class F:
    o = OnInstance()


T = type('T', (), {'d': D('type()')})


class WrongArity:
    def __set_name__(self): pass


try:
    class G:
        w = WrongArity()
except TypeError as e:
    print(e, e.__notes__)
