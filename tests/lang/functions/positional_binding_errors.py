# Messages for missing and superfluous positional arguments.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def opt3(a, b, c=1, d=2): pass
def star(*args): pass
def posonly(a, b, /): pass
def mixed(a, /, b, *, c): pass
def kwonly(*, k): pass
def kwopt(a, *, k=1): pass
def kw2(*, j, k, l): pass
def four(a, b, c, d): pass


class C:
    def m(self): pass
    def n(self, a): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
    def noself(): pass


c = C()
for source in ['none(1)', 'none(1, 2)', 'one()', 'one(1, 2)', 'two()', 'two(1)', 'three()', 'three(1)', 'four()', 'four(1, 2)',
               'opt()', 'opt(1, 2, 3)', 'opt3()', 'opt3(1)', 'opt3(1, 2, 3, 4, 5)', 'posonly()', 'posonly(1)', 'posonly(1, 2, 3)',
               'mixed()', 'mixed(1)', 'mixed(1, 2)', 'mixed(1, 2, 3)', 'mixed(1, 2, 3, c=4)', 'kwonly()', 'kwonly(1)', 'kwonly(1, k=2)',
               'kwopt(1, 2)', 'kwopt(1, 2, k=3)', 'kw2()', 'kw2(j=1)', 'kw2(j=1, l=2)', 'c.m(1)', 'c.n()', 'c.n(1, 2)', 'c.s()', 'c.s(1, 2)',
               'c.c()', 'C.c(1, 2)', 'c.noself()', 'C.m()', 'C.n(1)', '(lambda x: 0)()', '(lambda: 0)(1)', '(lambda *, a: 0)(1, 2)', 'one(*[])', 'one(*[1, 2, 3])', 'two(*[1], **{})']:
    try:
        print(source, eval(source))
    except TypeError as e:
        print(source, '->', e)
