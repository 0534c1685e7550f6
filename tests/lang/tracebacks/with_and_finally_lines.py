# exit: 1
# Lines shown for exceptions out of with and finally.
class Guard:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        if self.name == 'bad':
            raise RuntimeError('exit failed')


def f():
    try:
        with Guard('good'), Guard('bad'):
            x = [1, 2]
            x[5] = 3
    finally:
        print('finally')


f()
