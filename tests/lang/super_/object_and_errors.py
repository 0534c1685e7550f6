# super objects, their arguments, and the errors of misuse.
class A:
    x = 'A.x'
    def m(self): return 'A.m'


class B(A):
    x = 'B.x'
    def m(self): return 'B.m'

    def show(self):
        s = super()
        return s.x, s.m(), s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__, repr(s)[:25]

    def no_self_deleted(self):
        del self
        return super()

    def rebound(self):
        self = 5
        return super()

    def no_args():
        return super()

    def star(*args):
        return super().m()

    def in_comprehension(self):
        return [super().x for _ in range(1)]

    def in_generator(self):
        return list(super().x for _ in range(1))

    def in_lambda(self):
        return (lambda: super().x)()

    def in_lambda_self(self):
        return (lambda self: super().x)(self)

    def missing(self):
        return super().nope

    def assign(self):
        super().x = 5

    def cell_self(self):
        def inner():
            return self
        return super().m(), inner() is self


b = B()
print(b.show(), b.in_lambda_self(), b.cell_self())
for name in ('star', 'no_self_deleted', 'rebound', 'in_comprehension', 'in_generator', 'in_lambda', 'missing', 'assign'):
    try:
        print(name, getattr(b, name)())
    except (RuntimeError, TypeError, AttributeError) as e:
        print(name, '->', type(e).__name__, e)
for call in (lambda: B.no_args(), lambda: super(), lambda: super(B), lambda: super(B).x, lambda: super(5, b), lambda: super(B, 5), lambda: super(B, A()), lambda: super(A, B).x, lambda: super(B, B).x, lambda: super(B, b, 1), lambda: super(B, None), lambda: super(int, True).__add__(2), lambda: super(A, b).x, lambda: super(B, b)[0], lambda: super(x=1)):
    try:
        r = call()
        print(r if isinstance(r, (str, int)) else type(r).__name__)
    except (RuntimeError, TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def outside(self):
    return super().m()


B.outside = outside
try:
    b.outside()
except RuntimeError as e:
    print(e)
super_ = super
class C(B):
    def m(self): return super_(C, self).m()
print(C().m())
bound = super(B).__get__(b, B)
print(bound.m())


class Shadow(B):
    def m(self):
        super = lambda: 'not the builtin'
        return super()


print(Shadow().m())
