# data types corner to corner
print(bytes(3), bytes([1, 2]), b'abc'[1], b'abc'[::2], b'a,b'.split(b','), b'%d %s' % (5, b'x'), b'ab'.hex('-'), bytes.fromhex('0a ff'), b'\xff'.decode('latin-1'), 'é'.encode(), 'é'.encode('utf-16-le'), b'abc'.find(b'c'), b'Abc'.swapcase(), b'a' in b'ab', 97 in b'ab', b''.join([b'x', b'y']), b'x'.ljust(3, b'.'), b'tEst'.title(), b'a\nb'.splitlines())
ba = bytearray(b'hello'); ba[0] = 72; ba[1:3] = b'EYY'; ba += b'!'; del ba[-2:]; ba.insert(0, 33); ba.extend([65]); print(ba, ba.pop(), ba.index(b'Y'), ba.count(b'Y'), bytes(ba), ba.reverse(), ba)
mv = memoryview(bytearray(b'abcdef')); mv[0] = 90; print(mv[1:3].tobytes(), mv.tolist(), mv.format, mv.nbytes, mv.readonly, bytes(mv[::2]), mv.cast('H').tolist() if 1 else 0, mv == b'Zbcdef')
print(int('0x1f', 16), int('1_000'), int(' 12 '), int(3.9), int('-0b11', 0), (255).to_bytes(2, 'big'), int.from_bytes(b'\x01\x00', 'little'), (10).bit_length(), (7).bit_count(), 10 ** 30 // 7, -7 // 2, -7 % 3, 2 ** 100, pow(3, 200, 13), pow(3, -1, 7), 1 << 70, -5 >> 1, ~5, 6 & 3, 6 | 3, 6 ^ 3, (5).as_integer_ratio(), 0.1 .as_integer_ratio(), hex(-255), oct(8), bin(-5), round(12345, -2), abs(-3), divmod(7, -2), True + True, int(True))
print(0.1 + 0.2, 1e308 * 10, -1e308 * 10, float('nan') != float('nan'), 1 / 3, 1e16, 1e15, 123456789.123456789, 5e-324, 1.0, 1e22, 1.5.hex(), float.fromhex('0x1.8p1'), 2.5.is_integer(), round(0.5), round(1.5), round(2.675, 2), 7.0 // 2, -7.5 % 2, 2 ** 0.5, (-8) ** (1 / 3), 1e400, -0.0, 0.0 == -0.0, float('-inf'), (3.0).__repr__(), 1e-7, 0.0001, 123e-10)
print(1j * 1j, (1 + 2j).conjugate(), abs(3 + 4j), complex('1-2j'), complex(1, -0.0), (1 + 2j) ** 2, (2j).imag, 1j == 1j, complex('nan').real != 0, -1j, (1 + 0j) == 1, hash(1 + 0j) == hash(1), 3 / (1 + 1j))
s = {3, 1, 2}; t = {2, 3, 4}
print(s & t, s | t, s - t, s ^ t, s <= t, s < {1, 2, 3, 4}, s.isdisjoint({9}), s.union([7], (8,)), s.issubset(range(9)), frozenset(s) == s, {frozenset({1}): 2}, s.pop(), s, s.discard(99), s.symmetric_difference_update({2, 9}), s, {*'aab'} == {'a', 'b'}, set() or 'empty')
d = {'a': 1, 'b': 2}; d2 = d | {'c': 3}; d |= [('z', 26)]
print(d2, d, d.keys() & {'a', 'q'}, sorted(d.items() - {('a', 1)}), list(d.values()), d.pop('z'), d.pop('z', 'none'), d.setdefault('n', []), d.popitem(), dict.fromkeys('ab', 0), dict(zip('xy', [1, 2])), {**d, 'a': 9}, d.get('q'), list(reversed(d)), d == {'b': 2, 'a': 1}, dict([('k', 'v')], w=1), 'a' in d, d.keys() == {'a', 'b'}, d.copy() is d, {i: i * i for i in range(3)}, len(d), d.keys(), d.items(), d.values(), {1: 'a', True: 'b', 1.0: 'c'})
l = [5, 3, 1]; l[1:2] = [9, 8, 7]; l[::2] = [0, 0, 0]; print(l, l[-3:], l[5:1:-2], l.index(0, 1), l.count(0)); del l[1::2]; l.insert(-1, 'i'); l.extend('xy'); print(l, l.pop(0), l.remove('x'), l, sorted([3, 1, 2], reverse=True), sorted('bAc', key=str.lower), [1, 2] * 2, [[0] * 2 for _ in range(2)], [1, 2] < [1, 3], [1] == [1.0], list(range(10, 0, -3)), [*range(3), *'ab'], l.reverse(), l, l.sort(key=str), l, l.clear(), l)
try: l[5]
except IndexError as e: print(e)
try: l[::2] = [1]; [1, 2, 3][::2]; x = [1, 2, 3]; x[::2] = [1]
except ValueError as e: print(e)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d); *x, y = 'abc'; print(x, y); (p, q), r = (1, 2), 3; i = j = []; i.append(1); print(j, i is j); x = y = z = 0; x, y = y, x
print(range(5)[1:4], range(10)[::-3], len(range(0, 10, 3)), 6 in range(0, 10, 3), range(3) == range(0, 3, 1), list(range(5))[-2:], range(5).index(3), slice(1, None, 2).indices(5), 'abcdef'[slice(1, 4)], (1, 2) + (3,), (1,) * 3, (1, 2, 1).count(1), tuple('ab'), ((),), (1, 'a') < (1, 'b'), hash((1, 2)) == hash((1, 2)))
print(any([]), all([]), sum([[1], [2]], []), min('b', 'a'), max([1, 5, 3], key=lambda v: -v), max([], default='d'), list(enumerate('ab', 1)), list(zip([1, 2], 'ab', strict=True)), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, '', 'a'])), list(reversed('abc')), chr(8364), ord('é'), callable(len), isinstance(True, int), type(1) is int, id(None) == id(None), repr('x'), ascii('é'), eval('1+1'), sorted({'b': 1, 'a': 2}), format(1234.5, ',.2f'), iter(lambda: 1, 1).__class__.__name__, vars().__class__.__name__)
print(1 < 2 < 3, 1 < 3 > 2, not 1 == 2, [] or 0 or 'x', (n := 5) + n)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 3, 'c': 4}), f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames)
for bad in ("f()", "f(1)", "f(1, b=2, d=3)", "f(a=1, d=2)", "f(1, 2, 3, c=4, d=1)", "f(1, d=1, **{'d': 2})", "f(*1, d=1)", "f(1, 2, **5)", "f(1, d=1, **{1: 2})"):
    try: print(bad, eval(bad))
    except TypeError as e: print(bad, e)
def outer():
    x = 1; fs = []
    for i in range(3):
        def g(i=i): nonlocal x; x += i; return x, i
        fs.append(g)
    return [h() for h in fs], x, [h() for h in [lambda: i for i in range(3)]]
print(outer())
class Sc:
    y = 1; z = [y for _ in range(2)] if 0 else y; w = [i for i in range(3) if i]
    def m(self): return __class__.__name__
    class In: v = 'in'
print(Sc.z, Sc.w, Sc().m(), Sc.In.v, Sc.In.__qualname__)
def mut(x, acc=[]): acc.append(x); return acc
mut(1); print(mut(2), mut.__defaults__)
import sys; print(sys.version_info[:2], sys.maxsize, sys.byteorder, sys.getrecursionlimit(), sys.float_info.max, sys.hash_info.modulus)
print(hash(1), hash(-1), hash(2 ** 61 - 1), hash(1.5), hash(True), hash(None) == hash(None), hash(()) , hash((1, 'a')) == hash((1, 'a')), hash(0.1), hash(10 ** 20), hash(float('inf')), hash(1j))
