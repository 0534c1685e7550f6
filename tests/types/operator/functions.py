# The functions of the operator module
import operator as o

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class C:
    x = 5
    class inner: y = 6
    def m(self, *a, **k): return a, k
c, d = C(), {"a": [1, 2, 3]}
check("o.add(1, 2)", "o.sub(1, 2)", "o.mul('a', 3)", "o.truediv(1, 2)", "o.floordiv(7, 2)", "o.mod(7, 3)", "o.pow(2, 5)", "o.lshift(1, 3)", "o.rshift(8, 1)", "o.and_(6, 3)", "o.or_(6, 3)", "o.xor(6, 3)", "o.not_(0)", "o.truth([])", "o.neg(5)", "o.pos(-5)", "o.invert(5)", "o.inv(5)", "o.abs(-5)", "o.lt(1, 2)", "o.le(1, 1)", "o.eq(1, 1.0)", "o.ne(1, 2)", "o.gt(1, 2)", "o.ge(1, 'a')", "o.is_(None, None)", "o.is_not(1, None)", "o.contains([1], 1)", "o.contains(5, 1)", "o.concat('a', 'b')", "o.concat(1, 2)", "o.countOf([1, 1, 2], 1)", "o.indexOf([1, 2], 2)", "o.indexOf([1], 5)", "o.getitem([1, 2], 1)", "o.getitem({}, 1)", "o.setitem(d, 'b', 2)", "o.delitem(d, 'b')", "d", "o.index(True)", "o.index(1.5)", "o.length_hint([1])", "o.matmul(1, 2)", "o.iadd([1], [2])", "o.isub(5, 2)", "o.iconcat([1], [2])", "o.ior({1}, {2})", "o.imul([1], 2)", "o.itemgetter(1)('abc')", "o.itemgetter(1, 2)('abc')", "o.itemgetter('a')(d)", "o.itemgetter(slice(1, None))('abc')", "o.itemgetter()", "o.itemgetter(5)('abc')", "o.itemgetter(1)", "o.itemgetter(1, 'a')", "o.attrgetter('x')(c)", "o.attrgetter('inner.y')(c)", "o.attrgetter('x', 'inner.y')(c)", "o.attrgetter('nope')(c)", "o.attrgetter(5)", "o.attrgetter()", "o.attrgetter('a.b')", "o.attrgetter('')(c)", "o.methodcaller('m', 1, k=2)(c)", "o.methodcaller('upper')('a')", "o.methodcaller('m', 1, k=2)", "o.methodcaller()", "o.methodcaller(5)", "o.methodcaller('nope')(c)", "o.call(max, 1, 2)", "o.call(5)", "o.__add__(1, 2)", "o.__not__(1)", "sorted([(1, 'b'), (0, 'c')], key=o.itemgetter(1))", "list(map(o.attrgetter('real'), [1, 2.5]))", "o.itemgetter(0)(5)", "o.itemgetter(0)()", "o.add(1)", "o.add(1, 2, 3)", "o.is_none(None)" if hasattr(o, "is_none") else "1")
