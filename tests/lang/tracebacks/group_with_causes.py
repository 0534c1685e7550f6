# exit: 1
# Groups with chained members and a group as cause.
def member():
    try:
        {}['x']
    except KeyError as e:
        try:
            raise ValueError('member') from e
        except ValueError as v:
            return v


def f():
    try:
        raise ExceptionGroup('first', [member(), OSError(2, 'gone')])
    except ExceptionGroup as g:
        raise RuntimeError('wrapped') from g


try:
    f()
except RuntimeError:
    raise ExceptionGroup('second', [ExceptionGroup('third', [IndexError()])])
