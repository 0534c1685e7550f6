# NotImplemented from each kind of special method.
class N:
    def __add__(self, o): return NotImplemented
    def __iadd__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __contains__(self, x): return 0
    def __divmod__(self, o): return NotImplemented
    def __pow__(self, o, m=None): return NotImplemented
    __hash__ = None


n = N()
for source in ['n + 1', 'n += 1', 'n < 1', 'n == n', 'n == 1', 'n != 1', '1 in n', 'divmod(n, 1)', 'pow(n, 1)', 'pow(n, 1, 2)', 'n ** 2', 'hash(n)', '{n: 1}', 'sum([n, 1])', '{n}', 'sorted([n, n])', 'max(n, n)', 'n @ n', 'n - n', 'n @= 1', 'N.__add__(n, 1)', 'n.__eq__(1)', 'object.__eq__(1, 2)', 'object.__eq__(1, 1)', 'object().__lt__(1)', 'int.__add__(1, "x")', 'int.__add__(1, 2.0)', 'float.__radd__(1.0, 2)', '(1).__lt__("x")', 'str.__eq__("a", 1)', '[].__eq__(())', 'int.__pow__(2, -1)', '(2).__rsub__(5)']:
    try:
        print(source, '->', eval(source) if '=' not in source.replace('==', '').replace('!=', '') else exec(source))
    except TypeError as e:
        print(source, '->', e)
print(repr(NotImplemented), type(NotImplemented).__name__)
