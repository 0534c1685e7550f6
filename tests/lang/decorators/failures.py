# What happens when a decorator is no callable or raises.
def f_raises(fn):
    raise ValueError(f'refused {fn.__name__}')


name = 'unchanged'
try:
    @f_raises
    def name(): pass
except ValueError as e:
    print(e, name)
try:
    @5
    def g(): pass
except TypeError as e:
    print(e, 'g' in globals())
try:
    @undefined
    def h(x=print('never evaluated')): pass
except NameError as e:
    print(e)
try:
    @staticmethod()
    def i(): pass
except TypeError as e:
    print(e)
try:
    @None
    class C:
        print('body runs first')
except TypeError as e:
    print(e)


def order(fn):
    print('applied to', fn)
    return 1


try:
    @order
    @order
    @f_raises
    def j(): pass
except ValueError as e:
    print(e)
try:
    class D:
        @property
        def x(self): return 1

        @x.deleter
        @f_raises
        def x(self): pass
except ValueError as e:
    print(e, 'D' in globals())
for source in ['@x\n1', '@\ndef f(): pass', '@x', '@x\n\n\nclass', '@x = 1\ndef f(): pass', '@x y\ndef f(): pass', '@x\nimport y', '@x\nasync with y: pass', '@a, b\ndef f(): pass', '@*a\ndef f(): pass', '@yield\ndef f(): pass', '@x; def f(): pass']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg)
