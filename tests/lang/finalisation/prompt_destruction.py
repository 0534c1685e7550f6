# An object dies with its last reference, at once.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print('del', self.name)


d = D('rebound')
d = None
print('after rebinding')
d = D('deleted')
del d
print('after del')
D('temporary')
print('after temporary')


def f():
    local = D('local')
    print('in f')


f()
print('after f')
a = b = D('shared')
del a
print('still alive')
del b
print('gone')
lst = [D('in list'), D('second')]
lst.pop()
print('popped')
lst.clear()
print('cleared')
d = {'k': D('in dict')}
d['k'] = D('replacement')
print('replaced')
del d['k']
print('deleted key')
t = (D('in tuple'),)
t = ()
print('tuple gone')


class Holder:
    def __init__(self): self.child = D('child')
    def __del__(self): print('del holder')


h = Holder()
h = 1
print('holder gone')
h = Holder()
h.child = None
print('child first')
del h


def args(x): print('in args')


args(D('argument'))
print('after call')
print([D('element').name for _ in range(1)])
print(D('attribute base').name, 'after attribute')
x = D('first') and D('second and')
print('and')
x = None
for i in range(2):
    loop = D(f'loop {i}')
print('loop done')
del loop
def ret(): return D('returned')
ret()
print('result dropped')
r = ret()
r = r.name
print(r)
def default(p=D('default')): pass
del default
print('function gone')
def closure():
    c = D('captured')
    return lambda: c
fn = closure()
print('closure made')
del fn
print('closure gone')
_ = [D('slice a'), D('slice b')]
_[:1] = []
print('slice replaced')
_ = None
class K:
    attr = D('class attribute')
K.attr = 0
print('class attribute replaced')
s = D('swap1'), D('swap2')
p, q = s
del s
p = q
print('unpacked')
q = p = None
print('end')
