# The right operand is asked when the left returns NotImplemented, first if its class is a subclass.
log = []


def make(name, bases=(), **methods):
    def method(op):
        def m(self, other):
            log.append(f'{name}.{op}')
            return methods[op]
        return m
    return type(name, bases, {f'__{op}__': method(op) for op in methods})


A = make('A', add=NotImplemented, radd='A.radd', sub='A.sub', rsub='A.rsub', mul='A.mul')
B = make('B', add='B.add', radd='B.radd', rsub=NotImplemented, rmul='B.rmul')
Sub = make('Sub', (A,), radd='Sub.radd', rsub='Sub.rsub')
NoOverride = make('NoOverride', (A,), add='NoOverride.add')
Plain = type('Plain', (), {})
for source in ['A() + B()', 'A() + A()', 'A() + 1', '1 + A()', 'A() - B()', 'B() - A()', 'A() - Sub()', 'Sub() - A()', 'A() + Sub()', 'A() - NoOverride()', 'A() * B()',
               'B() + A()', 'A() - A()', '5 - A()', '5 * B()', 'Plain() - A()', 'Plain() + Plain()', 'B() - B()', '[] + A()', '"x" + A()', '[1] * B()', 'Sub() + Sub()', 'None + A()']:
    try:
        result = eval(source)
    except TypeError as e:
        result = f'TypeError: {e}'
    print(source, '|', ' '.join(log), '|', result)
    log.clear()


class I(int):
    def __radd__(self, o): return f'I.radd {o}'
    def __add__(self, o): return f'I.add {o}'


print(1 + I(5), I(5) + 1, I(1) + I(2), 1.5 + I(3), 2 - I(1))


class S(str):
    def __rmod__(self, o): return 'S.rmod'
    def __add__(self, o): return 'S.add'
    def __radd__(self, o): return 'S.radd'


print('%s' % S('x'), S('a') + 'b', 'a' + S('b'))


class L(list):
    def __eq__(self, o): return 'L.eq'
    def __lt__(self, o): return 'L.lt'
    def __gt__(self, o): return 'L.gt'


print([1] == L([1]), L() == [], [1] < L(), [1] > L(), [1] != L([1]))
