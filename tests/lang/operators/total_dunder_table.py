# Every operator reaches its method.
class T:
    def __getattr__(self, name):
        raise AssertionError('operators do not use __getattr__')


binary = {'+': 'add', '-': 'sub', '*': 'mul', '/': 'truediv', '//': 'floordiv', '%': 'mod', '**': 'pow', '@': 'matmul', '<<': 'lshift', '>>': 'rshift', '&': 'and', '|': 'or', '^': 'xor'}
for name in binary.values():
    setattr(T, f'__{name}__', lambda self, o, n=name: f'{n} {o}')
    setattr(T, f'__r{name}__', lambda self, o, n=name: f'r{n} {o}')
t = T()
for op in binary:
    print(op, eval(f't {op} 1'), '|', eval(f'1 {op} t'))
for name in ['neg', 'pos', 'invert', 'abs', 'round', 'floor', 'ceil', 'trunc']:
    setattr(T, f'__{name}__', lambda self, *a, n=name: (n, *a))
import math
print(-t, +t, ~t, abs(t), round(t), round(t, 2), math.floor(t), math.ceil(t), math.trunc(t))
T.__divmod__ = lambda self, o: ('divmod', o)
T.__rdivmod__ = lambda self, o: ('rdivmod', o)
print(divmod(t, 1), divmod(1, t))
T.__pow__ = lambda self, o, m=None: ('pow', o, m)
print(t ** 2, pow(t, 2), pow(t, 2, 3))
T.__int__ = lambda self: 7
T.__float__ = lambda self: 1.5
T.__complex__ = lambda self: 1j
T.__index__ = lambda self: 3
T.__bool__ = lambda self: False
T.__len__ = lambda self: 4
T.__bytes__ = lambda self: b'bytes'
T.__str__ = lambda self: 'str'
T.__repr__ = lambda self: 'repr'
T.__format__ = lambda self, spec: f'format({spec})'
T.__hash__ = lambda self: 99
T.__contains__ = lambda self, x: x == 'in'
T.__iter__ = lambda self: iter('iter')
T.__reversed__ = lambda self: 'reversed'
T.__dir__ = lambda self: ['b', 'a']
T.__sizeof__ = lambda self: 1000
print(int(t), float(t), complex(t), hex(t), bin(t), oct(t), bool(t), len(t), bytes(t), str(t), repr(t), f'{t}', f'{t:x}', format(t, 'y'), hash(t), 'in' in t, 'out' in t, list(t), reversed(t), dir(t), [10, 20, 30, 40][t], 'ab' * t)
