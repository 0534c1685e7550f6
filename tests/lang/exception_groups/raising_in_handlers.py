# Exceptions raised in except* clauses are collected into a new group.
def show(e):
    if isinstance(e, BaseExceptionGroup):
        return f'{e.message!r}[' + ', '.join(show(x) for x in e.exceptions) + ']'
    return f'{type(e).__name__}({e})'


def attempt(label, fn):
    try:
        fn()
    except BaseException as e:
        print(label, '->', show(e), '| context', show(e.__context__) if e.__context__ else None, '| cause', e.__cause__)
    else:
        print(label, '-> nothing')


def new_in_one():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise OSError('new')


def new_in_both():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise OSError('a')
    except* TypeError:
        raise OSError('b')


def bare_reraise():
    try:
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
    except* ValueError:
        raise
    except* TypeError:
        print('handled')


def both_reraise():
    try:
        raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), ValueError(3)])])
    except* ValueError:
        raise
    except* TypeError:
        raise


def reraise_named():
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        raise e


def from_none():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError:
        raise OSError('n') from None


def naked():
    try:
        raise ValueError('naked')
    except* ValueError:
        raise


def naked_rest():
    try:
        raise TypeError('naked')
    except* ValueError:
        print('never')


def bad_type():
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ExceptionGroup:
        print('never')


def bad_value():
    try:
        raise ValueError(1)
    except* 5:
        print('never')


for fn in (new_in_one, new_in_both, bare_reraise, both_reraise, reraise_named, from_none, naked, naked_rest, bad_type, bad_value):
    attempt(fn.__name__, fn)
for source in ['try: pass\nexcept* ValueError: pass\nexcept TypeError: pass', 'try: pass\nexcept ValueError: pass\nexcept* TypeError: pass', 'try: pass\nexcept*: pass', 'for x in y:\n try: pass\n except* E:\n  break', 'for x in y:\n try: pass\n except* E:\n  continue', 'def f():\n try: pass\n except* E:\n  return', 'try: pass\nexcept* E as e.x: pass', 'try: pass\nexcept * (A, B): pass', 'try: pass\nexcept* A, B: pass', 'try: pass\nexcept A, B: pass', 'try: pass\nexcept: pass\nexcept A: pass']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg)
