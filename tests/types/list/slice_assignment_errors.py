# What can be assigned to slices
class NotIterable:
    pass

class BadIter:
    def __iter__(self):
        return 5

class Raising:
    def __iter__(self):
        yield 1
        raise KeyError("half way")

class Shrinking:
    def __init__(self, target):
        self.target = target
    def __iter__(self):
        self.target.clear()
        return iter("new")

def run(text):
    x = [1, 2, 3]
    try:
        exec(text, dict(globals(), x=x))
    except Exception as error:
        return x, type(error).__name__, str(error)
    return x

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
run('x[1:2] = "abc"')
run('x[1:2] = 5')
run('x[1:2] = None')
run('x[:] = x')
run('x[1:1] = x')
run('x[::2] = [8, 9]')
run('x[::2] = [8]')
run('x[::2] = 5')
run('x[::-1] = [7, 8, 9]')
run('x[::-1] = x')
run('x[5:1] = [1]')
run('x[::0] = []')
run('x["a":] = []')
run('x[1.0:] = []')
run('x[-100:100] = ()')
run('x[1:1 << 70] = (0,)')
run('x[:] = NotIterable()')
run('x[:] = BadIter()')
run('x[:] = Raising()')
run('x[::2] = Raising()')
run('x[:] = (y for y in x)')
run('x[:] = {}')
run('x[:] = Shrinking(x)')
run('x[0] = "q"')
run('x[3] = "q"')
run('x["a"] = "q"')
run('x[None] = "q"')
run('x[1 << 70] = "q"')
run('del x[::2]')
run('del x[::-2]')
run('del x[5:1]')
run('del x[::0]')
run('del x[1 << 70:]')
run('del x[::1 << 70]')
run('del x[3]')
run('del x["a"]')
run('x[0:2] += [5]')
run('x[::1 << 70] = [4]')
""")
