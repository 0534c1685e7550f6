# assert raises AssertionError with the message evaluated only on failure.
def m(x):
    print('message', x)
    return x


assert True, m('never')
for source in ['assert 0', 'assert 0, "text"', 'assert [], m(5)', 'assert None, None', 'assert 0, (1, 2)', 'assert 0, ValueError("v")', 'assert not 1']:
    try:
        exec(source)
    except AssertionError as e:
        print(source, '->', repr(e), e.args)


class B:
    def __bool__(self):
        print('asked')
        return False


try:
    assert B(), 'falsy object'
except AssertionError as e:
    print(e)
AssertionError_ = AssertionError
AssertionError = ValueError
try:
    assert 0, 'still the builtin'
except AssertionError_ as e:
    print(type(e).__name__, e)
del AssertionError


def f(x):
    assert isinstance(x, int) and x > 0, f'bad x: {x!r}'
    return x


print(f(1))
for v in (-1, 'a'):
    try:
        f(v)
    except AssertionError as e:
        print(e)
print(__debug__)
try:
    assert (lambda: 0)(), \
        'continued'
except AssertionError as e:
    print(e)
