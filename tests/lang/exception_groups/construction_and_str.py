# ExceptionGroup and BaseExceptionGroup: arguments, str, attributes.
g = ExceptionGroup('msg', [ValueError(1), TypeError('t')])
print(g, repr(g), g.message, g.exceptions, g.args, len(g.exceptions))
print(BaseExceptionGroup('b', [KeyboardInterrupt()]), type(BaseExceptionGroup('b', [ValueError()])).__name__)
print(ExceptionGroup('one', [ValueError()]), ExceptionGroup('nested', [g, OSError()]))
for args in [(), ('m',), ('m', []), ('m', 5), ('m', [5]), ('m', ValueError()), (5, [ValueError()]), ('m', [KeyboardInterrupt()]), ('m', (ValueError(),)), ('m', [ValueError], ), ('m', [ValueError()], 1), ('m', {ValueError(): 1}), ('m', 'ab')]:
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class MyGroup(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


m = MyGroup('mine', [ValueError(1), KeyError(2)], 7)
try:
    MyGroup('mine', [ValueError(1)], code=7)
except TypeError as e:
    print(e)
print(m, m.code, type(m.subgroup(ValueError)).__name__, m.subgroup(ValueError).code)
a, b = m.split(KeyError)
print(repr(a), repr(b), a.code, b.code)


class BE(BaseExceptionGroup): pass
class Mixed(BaseExceptionGroup, ValueError): pass
print(repr(BE('x', [SystemExit()])), repr(Mixed('x', [ValueError()])))
try:
    Mixed('x', [KeyboardInterrupt()])
except TypeError as e:
    print(e)
try:
    g.message = 'x'
except AttributeError as e:
    print(e)
print(ExceptionGroup[int].__class__.__name__, isinstance(g, Exception), isinstance(BaseExceptionGroup('x', [SystemExit()]), Exception))
