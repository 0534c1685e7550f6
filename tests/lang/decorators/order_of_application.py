# Decorators are evaluated top down and applied bottom up.
def deco(name):
    print('evaluate', name)

    def apply(fn):
        print('apply', name, 'to', getattr(fn, '__name__', fn))
        return fn
    return apply


@deco('a')
@deco('b')
def f(x=print('default')):
    return 'f'


print(f())


@deco('outer')
@deco('inner')
class C:
    print('body')

    @deco('method')
    def m(self):
        return 'm'

    @staticmethod
    @deco('static')
    def s():
        return 's'

    @classmethod
    @deco('class method')
    def c(cls):
        return cls.__name__

    @property
    @deco('property')
    def p(self):
        return 'p'


print(C().m(), C.s(), C.c(), C().p)


@lambda fn: 'replaced by a string'
def g():
    pass


print(g)
decorators = [deco('list item')]


@decorators[0]
def h(): pass


@(x := deco('walrus'))
def i(): pass


@deco('x') if True else deco('y')
def j(): pass


@lambda fn: print('gets', fn.__name__)
def k(): pass


print(k)


@int
@len
@lambda f: f.__name__
def four(): pass


print(four)
