# reduce and partial
import functools, operator

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


reduce, partial = functools.reduce, functools.partial
print(reduce(operator.add, [1, 2, 3]), reduce(operator.add, [], 5), reduce(operator.add, [1], 5), reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(max, [3, 1]), reduce(None, [1]) , reduce(lambda a, b: b, [1, 2], None), reduce(operator.add, "ab", ""))
show(reduce, operator.add, []); show(reduce, operator.add, 5); show(reduce, 5, [1, 2]); show(reduce, operator.add); show(reduce, operator.add, [1, "a"]); show(reduce, lambda a: a, [1, 2])
def f(*args, **kw): return args, kw
p = partial(f, 1, a=2)
print(p(3, b=4), p(a=9), p.func is f, p.args, p.keywords, repr(p).replace(repr(f), "f"), type(p))
q = partial(p, 5, a=7, c=8)
print(q(), q.func is f, q.args, q.keywords)
show(partial); show(partial, 5); show(partial(int, "x")); show(lambda: partial(f).args.append(1)); show(setattr, p, "func", 1); show(lambda: p.nothing)
print(partial(int, base=2)("101"), partial(print, "a", sep="-")("b"), list(map(partial(pow, 2), range(4))), partial(partial(f, 1), 2)(3))
p.attribute = 5
print(p.attribute, p.__dict__, p.__doc__ is not None, callable(p))
p.keywords["a"] = "mutated"
print(p())
class C:
    pm = functools.partialmethod(f, "arg")
    @functools.partialmethod
    def odd(self): return self
c = C()
print(len(c.pm(2)[0]), c.pm(2)[0][1:], c.odd() is c)
class Sub(partial): pass
print(type(Sub(f, 1)).__name__, Sub(f, 1)(2), partial(Sub(f, 1), 2).args)
p2 = partial(f)
p2.__setstate__((f, (9,), {"z": 1}, None))
print(p2())
show(p2.__setstate__, 5)
r = partial(f)
r.__setstate__((f, (r,), {}, {}))
print(repr(r).count("..."))
