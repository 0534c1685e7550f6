# What `super` refuses.
class P:
    def f(self):
        return 'P.f'
class Q(P):
    def no_arguments():
        return super()
    def keyword_only(*, a):
        return super()
    def rebound(self):
        self = 5
        return super().f()
    def deleted(self):
        del self
        return super().f()
    def generator(self):
        return list(super().f() for _ in 'a')
    def comprehension(self):
        return [super().f() for _ in 'a']
q = Q()
for attempt in (
    Q.no_arguments, lambda: Q.keyword_only(a=1), q.rebound, q.deleted, q.generator, q.comprehension, lambda: super(), lambda: super(1), lambda: super(Q, 1),
    lambda: super(Q, P()), lambda: super(Q, q, 1), lambda: super(a=1), lambda: super(Q, q).nope, lambda: setattr(super(Q, q), 'f', 1), lambda: super(Q, q)(),
    lambda: super(Q).__get__(1), lambda: super(Q).f, lambda: super.__new__(super).x,
):
    try:
        print(attempt())
    except (TypeError, RuntimeError, AttributeError, NameError) as error:
        print(type(error).__name__, error)
