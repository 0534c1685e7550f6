# Operators are read as the longest token.
x = 5
x **= 2
print(x)
x //= 4
print(x)
x <<= 3
x >>= 1
print(x)
x ^= 0b101
x |= 64
x &= ~1
print(x)
print(1<2, 1<=2, 1!=2, 1<<2, 1>>0, 2**-1, 7//2, -7//2, 7%-3)
print(- - -1, + +1, ~-1, not not 1, -~5, ~~7)
print(2**3**2, (-2)**2, -2**2, 2**-1**2)
print(1-1, 1--1, 1-+-1, 1 - -1)
f = lambda x:x
print(f(1)if 0 else 2)
y:int=3
print(y)
print((y:=4), y)
print({y:1}, {y:=5}, y)
d = {1:2}
print(d[y:=1], y)
a = [1,2,3,4]
print(a[1:3], a[::2], a[:-1], a[-1:], a[::-1], a[: :1])
print(a[x:=0], x)
g = lambda *a, **k: (a, k)
print(g(*a, **{'z': 1}))
print(...==Ellipsis, ... is Ellipsis)
print([...], (...,))
class M:
    def __matmul__(self, o): return 'mat'
    def __imatmul__(self, o): return 'imat'
m = M()
print(m@m)
m @= 1
print(m)
def h()->int:return 1
print(h())
print(1<2<3, 1<3>2, 1==1!=2, 3 in[3]is True, (3 in [3]) is True)
