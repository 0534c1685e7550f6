# Unexpected, repeated and positional-only keywords, with suggestions.
def f(alpha, beta=2): pass
def g(a, b, /): pass
def h(a, /, b, *, c=1): pass
def k(a, /, **kw): return a, kw
def n(): pass
def s(*args): pass
def many(first_name, last_name, middle_name=None, *, nick_name=None): pass


class C:
    def m(self, value): pass
    def __init__(self, colour=None): pass


for source in ['f(1, alpha=2)', 'f(alpha=1, gamma=3)', 'f(1, 2, beta=3)', 'f(beta=1)', 'f(1, betta=2)', 'f(1, alhpa=2)', 'g(a=1, b=2)', 'g(1, b=2)',
               'g(1, 2, c=3)', 'h(a=1, b=2)', 'h(1, a=2, b=3)', 'h(1, b=2, d=3)', 'h(1, 2, b=3)', 'k(1, a=2)', 'k(a=1)', 'k()', 'n(x=1)', 'n(x=1, y=2)', 's(x=1)',
               'many("a", "b", nickname="c")', 'many("a", last_nam="b")', 'many("a", "b", zzz=1)', 'C().m(self=1)', 'C().m(val=1)', 'C().m(1, value=2)', 'C(color=1)', 'C(1, colour=2)',
               'f(1, **{"beta": 2, "x y": 3})', 'f(1, 2, 3, gamma=1)', 'f(gamma=1)', 'many()', 'many(nick_name=1)', 'f(**{"alpha": 1}, beta=2, **{"gamma": 3})']:
    try:
        print(source, eval(source))
    except TypeError as e:
        print(source, '->', e)
