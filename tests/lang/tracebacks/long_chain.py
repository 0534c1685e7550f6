# exit: 1
# Cause and context mixed over several levels, with finally and with blocks.
class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *exc):
        raise OSError('while leaving')


def level1():
    raise ValueError('one')


def level2():
    try:
        level1()
    except ValueError as e:
        raise TypeError('two') from e


def level3():
    with Manager():
        level2()


def level4():
    try:
        level3()
    finally:
        [].pop()


level4()
