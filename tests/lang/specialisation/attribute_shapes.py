# One attribute site sees objects of many shapes, and attributes that move, vanish and turn into descriptors.
class A:
    def __init__(self, **kw): self.__dict__.update(kw)


class B:
    __slots__ = ('x', 'y')


class C:
    x = 'class C'


class D:
    @property
    def x(self): return 'property'


class E:
    def __getattr__(self, name): return f'getattr {name}'


class F:
    def __getattribute__(self, name): return f'getattribute {name}'


def get(o):
    try:
        return o.x
    except AttributeError as e:
        return f'AttributeError: {e}'


b = B()
b.x = 'slot'
objects = [A(x=1), A(y=2, x=3), A(z=0, y=1, x=5), A(), b, B(), C(), D(), E(), F(), C, 5, type('T', (), {'x': 'dynamic'})()]
for o in objects:
    print(*{get(o): None for _ in range(20)})
for _ in range(3):
    print([get(o) for o in objects])
a = A(x='instance')
out = []
for i in range(60):
    if i == 10: A.x = 'class attribute'
    if i == 15: del a.x
    if i == 20: A.x = property(lambda self: 'class property')
    if i == 25: a.__dict__['x'] = 'hidden by the property'
    if i == 30: del A.x
    if i == 35: a.__dict__ = {'x': 'replaced dict'}
    if i == 40: a.__class__ = C
    if i == 45: del a.x
    if i == 50: C.x = 'C changed'
    if i == 55: a.__class__ = A
    v = get(a)
    if not out or out[-1] != v:
        out.append(v)
print(out)


def setx(o, v):
    try:
        o.x = v
        return o.x
    except AttributeError as e:
        return f'AttributeError: {e}'


objects = [A(), A(y=1), b, C(), D(), E(), F(), 5]
for i in range(30):
    results = [setx(o, i) for o in objects]
print(results)
C.x = property(lambda self: 'now read-only')
print(setx(C(), 1), get(C()))


class Many: pass


m = Many()
for i in range(300):
    setattr(m, f'attr{i}', i)
print(sum(getattr(m, f'attr{i}') for i in range(300)), len(vars(m)))
for i in range(0, 300, 2):
    delattr(m, f'attr{i}')
print(len(vars(m)), list(vars(m))[:3], m.attr299)
counters = [A(n=0) for _ in range(4)]
counters[2].__dict__ = {'other': 1, 'n': 100}
for i in range(1000):
    counters[i % 4].n += 1
print([c.n for c in counters])
