# except* inside functions, loops, with blocks and other except* blocks.
def show(e):
    if isinstance(e, BaseExceptionGroup):
        return f'{e.message}[' + ', '.join(show(x) for x in e.exceptions) + ']'
    return f'{type(e).__name__}({e})'


def run_all(tasks):
    errors = []
    for task in tasks:
        try:
            print('result', task())
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup('tasks failed', errors)


try:
    run_all([lambda: 1, lambda: 1 / 0, lambda: {}['k'], lambda: [][5], lambda: int('x')])
except* ArithmeticError as e:
    print('arithmetic', show(e))
except* LookupError as e:
    print('lookup', show(e))
    try:
        raise ExceptionGroup('inner', [ValueError('i'), OSError('o')])
    except* ValueError as inner:
        print('inner', show(inner))
    except* OSError:
        print('inner os')
    print('outer still', show(e))
except* ValueError as e:
    print('value', show(e))


class CM:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print('exit', t.__name__, show(v))
        return isinstance(v, ExceptionGroup) and v.message == 'swallow'


with CM():
    raise ExceptionGroup('swallow', [ValueError(1)])
try:
    with CM():
        raise ExceptionGroup('pass', [ValueError(1), KeyError(2)])
except* KeyError as e:
    print('key', show(e))
except* ValueError as e:
    print('val', show(e))


def gen():
    try:
        yield 1
        yield 2
    except* ValueError as e:
        yield show(e)


g = gen()
next(g)
print(g.throw(ExceptionGroup('thrown', [ValueError('t')])))
g = gen()
next(g)
print(g.throw(ValueError('naked thrown')))


def flatten(e):
    return [x for s in e.exceptions for x in (flatten(s) if isinstance(s, ExceptionGroup) else [s])]


deep = ValueError('bottom')
for i in range(20):
    deep = ExceptionGroup(str(i), [deep])
try:
    raise deep
except* ValueError as e:
    depth = 0
    while isinstance(e, ExceptionGroup):
        e = e.exceptions[0]
        depth += 1
    print(depth, e)
try:
    run_all([lambda: 1 / 0] * 3)
except ExceptionGroup as e:
    print([str(x) for x in flatten(e)])
