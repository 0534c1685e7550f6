# repr of containers that contain themselves, str falling back to repr.
a = [1]
a.append(a)
d = {'self': None}
d['self'] = d
t = ([],)
t[0].append(t)
print(a, d, t)
s = [d, a]
s.append(s)
print(s)


class R:
    def __init__(self): self.items = [self]
    def __repr__(self): return f'R({self.items})'


try:
    repr(R())
except RecursionError as e:
    print('RecursionError')


class OnlyRepr:
    def __repr__(self): return 'repr'


class OnlyStr:
    def __str__(self): return 'str'


print(str(OnlyRepr()), f'{OnlyRepr()}', [OnlyRepr()], {'k': OnlyRepr()}, (OnlyRepr(),), '%s %r' % (OnlyRepr(), OnlyRepr()))
print(str(OnlyStr()), repr(OnlyStr()).startswith('<__main__.OnlyStr object at'), [str(x) for x in [OnlyStr()]])


class Outer:
    class Inner: pass


print(repr(Outer.Inner), repr(Outer.Inner()).split(' at ')[0], repr(Outer), str(int), repr(type))
print(repr(OnlyRepr.__repr__).split(' at ')[0], repr(OnlyRepr().__repr__).split(' of ')[0], repr(len), repr([].append).split(' at ')[0], repr(str.join), repr(''.join).split(' at ')[0], repr(int.__add__), repr((1).__add__).split(' at ')[0], repr(int.real), repr(dict.fromkeys).split(' at ')[0], repr(object.__init__))
print(repr(lambda: 0).split(' at ')[0], repr((i for i in [])).split(' at ')[0], repr(range(3)), repr(slice(1)), repr(property()).split(' at ')[0], repr(map(len, [])).split(' at ')[0], repr(iter([])).split(' at ')[0], repr(NotImplemented), repr(...), repr(classmethod(len))[:12], repr(super))
print(repr({}.keys()), repr({1: 2}.items()), repr({1: 2}.values()), repr(enumerate([])).split(' at ')[0], repr(zip()).split(' at ')[0], repr(reversed([])).split(' at ')[0], repr(memoryview(b''))[:7], repr(bytearray(b'x')), repr(frozenset([1])), repr(set()), repr(1j), repr(-0.0), repr(object()).split(' at ')[0])
import sys
print(repr(sys), repr(__builtins__))
class L(list): pass
class D(dict): pass
class T(tuple): pass
class S(set): pass
class I(int): pass
class St(str): pass
print(L([1]), D(a=1), T((1,)), S([1]), I(5), St('x'), repr(St('x')), S(), frozenset(S([2])))
