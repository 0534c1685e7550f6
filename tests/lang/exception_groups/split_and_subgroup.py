# split and subgroup by type, tuple and predicate keep the nesting.
def show(e, depth=0):
    if e is None:
        return 'None'
    if isinstance(e, BaseExceptionGroup):
        return f'{e.message}[' + ', '.join(show(x) for x in e.exceptions) + ']'
    return f'{type(e).__name__}({e})'


g = ExceptionGroup('root', [ValueError(1), ExceptionGroup('left', [TypeError(2), ValueError(3)]), ExceptionGroup('right', [ExceptionGroup('deep', [OSError(4)])]), KeyError(5)])
print(show(g))
for cond in (ValueError, TypeError, (OSError, KeyError), LookupError, Exception, ZeroDivisionError, ExceptionGroup, lambda e: isinstance(e, ValueError) and e.args[0] > 1, lambda e: True, lambda e: False, lambda e: getattr(e, 'message', '') == 'left'):
    match, rest = g.split(cond)
    print(show(match), '|', show(rest), '|', show(g.subgroup(cond)))
print(g.subgroup(Exception) is g, g.split(lambda e: True)[0] is g)
g.__cause__ = OSError('cause')
g.__context__ = KeyError('ctx')
s = g.subgroup(ValueError)
print(repr(s.__cause__), repr(s.__context__), s.__traceback__, s.exceptions[0] is g.exceptions[0])
for bad in (5, 'x', (ValueError, 5), None, int):
    try:
        g.split(bad)
    except TypeError as e:
        print(e)
try:
    g.split(lambda e: 1 / 0)
except ZeroDivisionError as e:
    print(e)
count = []
g.subgroup(lambda e: count.append(show(e)))
print(count)
