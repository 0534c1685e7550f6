# Methods that are rebound on classes, bases, metaclasses and instances while being called in a loop.
class Base:
    def m(self): return 'Base.m'
    def call(self): return self.m()


class Sub(Base): pass
class SubSub(Sub): pass


s = SubSub()
out = []


def note(v):
    if not out or out[-1] != v:
        out.append(v)


for i in range(130):
    if i == 10: Base.m = lambda self: 'Base.m replaced'
    if i == 20: Sub.m = lambda self: 'Sub.m'
    if i == 30: SubSub.m = lambda self: 'SubSub.m'
    if i == 40: s.m = lambda: 'instance m'
    if i == 50: del s.m
    if i == 60: del SubSub.m
    if i == 70: Sub.m = staticmethod(lambda: 'static')
    if i == 80: Sub.m = classmethod(lambda cls: f'class {cls.__name__}')
    if i == 90: del Sub.m
    if i == 100: SubSub.__bases__ = (type('Other', (Base,), {'m': lambda self: 'Other.m'}),)
    if i == 110: SubSub.__getattribute__ = lambda self, name: object.__getattribute__(self, name) if name == 'call' else (lambda: 'hooked')
    if i == 120: del SubSub.__getattribute__
    note(s.m() + ' / ' + s.call())
print(*out, sep='\n')


class Op:
    def __add__(self, o): return 'first'
    def __len__(self): return 1
    def __call__(self): return 'called'
    def __iter__(self): return iter([1])
    def __eq__(self, o): return True


o = Op()
out.clear()
for i in range(40):
    if i == 10: Op.__add__ = lambda self, x: 'second'
    if i == 15: Op.__len__ = lambda self: 2
    if i == 20: Op.__call__ = lambda self: 'called again'
    if i == 25: Op.__iter__ = lambda self: iter([1, 2])
    if i == 30: del Op.__add__; Op.__radd__ = lambda self, x: 'radd'
    if i == 35: Op.__eq__ = lambda self, x: False
    try:
        r = o + o
    except TypeError as e:
        r = str(e)
    note((r, len(o), o(), [*o], o == 1))
print(*out, sep='\n')


class Init:
    def __init__(self, v): self.v = v


out.clear()
for i in range(40):
    if i == 10: Init.__init__ = lambda self, v: setattr(self, 'v', v * 10)
    if i == 20: Init.__new__ = lambda cls, v: 'from __new__'
    if i == 30: Init.__new__ = lambda cls, v: object.__new__(cls)
    r = Init(2)
    note(r if isinstance(r, str) else r.v)
print(out)
def poly(x): return x.describe()
classes = [type(f'P{i}', (), {'describe': lambda self, i=i: i}) for i in range(12)]
print([sum(poly(c()) for c in classes[:n] for _ in range(5)) for n in (1, 2, 4, 8, 12)])
