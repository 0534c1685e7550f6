# exit: 1
# The traceback of an uncaught exception, innermost call last.
def outer(n):
    print('outer', n)
    inner(n * 2)


def inner(m):
    total = 0
    raise ValueError(f'bad value {m}')


outer(21)
print('never')
