# @ and three-argument pow, and powers of every numeric kind.
class V:
    def __init__(self, *v): self.v = v
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.v, o.v))
    def __rmatmul__(self, o): return f'{o} @ V'
    def __imatmul__(self, o):
        self.v = tuple(a * o for a in self.v)
        return self


a, b = V(1, 2), V(3, 4)
print(a @ b, 5 @ a)
a @= 10
print(a.v)


class P:
    def __pow__(self, e, m='none'): return f'pow {e} {m}'
    def __rpow__(self, b, m='none'): return f'rpow {b} {m}'
    def __ipow__(self, e): return f'ipow {e}'


p = P()
print(p ** 2, pow(p, 2), pow(p, 2, 3), 2 ** p, pow(2, p))
q = p
q **= 5
print(q)
for source in ['2 ** 10', '2 ** -1', '(-2) ** 3', '2.0 ** 3', '0 ** 0', '0.0 ** 0', '(-8) ** 0.5 == (-8+0j) ** 0.5', '1j ** 2', '2 ** 0.5', '10 ** 20', '(-1) ** 2**10', '-1 ** 2', '2 ** 3 ** 0', 'pow(2, 100, 7)', 'pow(7, -1, 11)', 'pow(-7, 3, 5)', 'pow(7, 3, -5)', 'pow(0, 0, 1)', 'pow(2, 3, None)', 'pow(base=2, exp=3)', 'pow(2, exp=3, mod=5)', 'True ** 2', '1 ** 10**5', 'pow(2.0, 3, 5)', 'pow(2, 3, 5.0)', '0 ** -1', '0.0 ** -2', 'pow(2, -1, 4)', 'pow(2, 3, 0)', '"a" ** 2', 'pow("a", 2)', 'pow(2, "a")', '0j ** 0', '0j ** 1j']:
    try:
        print(source, '->', eval(source))
    except Exception as e:
        print(source, '->', type(e).__name__, e)
