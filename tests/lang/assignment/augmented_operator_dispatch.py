# In-place operators try __iadd__ and friends, then the plain and the reflected form.
class InPlace:
    def __iadd__(self, o): print('iadd', o); return self
    def __isub__(self, o): print('isub', o); return 'replaced'
    def __imul__(self, o): print('imul', o); return NotImplemented
    def __mul__(self, o): print('mul', o); return 'product'
    def __itruediv__(self, o): return NotImplemented
    def __ior__(self, o): print('ior', o)


class Right:
    def __rtruediv__(self, o): print('rtruediv'); return 'right'
    def __rmatmul__(self, o): return 'rmat'
    def __rpow__(self, o): return 'rpow'
    def __repr__(self): return 'Right'


x = InPlace()
y = x
x += 1
print(x is y)
x *= 2
print(x)
x = y
x /= Right()
print(x)
x = y
x |= 3
print(x)
x = y
x -= 4
print(x)
x = y
x @= Right()
print(x)
x = 2
x **= Right()
print(x)
x = y
for op in ('//', '%', '<<', '>>', '&', '^', '**'):
    try:
        exec(f'x {op}= 1')
    except TypeError as e:
        print(e)
try:
    x /= 1
except TypeError as e:
    print(e)


class All:
    pass


for name in 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul'.split():
    setattr(All, f'__i{name}__', lambda self, o, name=name: f'i{name} {o}')
for op in '+ - * / // % ** << >> & | ^ @'.split():
    ns = {'x': All()}
    exec(f'x {op}= 7', ns)
    print(op, ns['x'])
