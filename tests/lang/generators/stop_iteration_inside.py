# StopIteration leaving a generator becomes RuntimeError; return is the way to end.
def leak():
    yield 1
    raise StopIteration('value')


def leak_next():
    while True:
        yield next(source)


g = leak()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__suppress_context__)
source = iter([1, 2])
try:
    print(list(leak_next()))
except RuntimeError as e:
    print(e)


def fine():
    try:
        yield next(iter([]))
    except StopIteration:
        return 'caught'


try:
    next(fine())
except StopIteration as e:
    print(e.value)
try:
    list(next(iter([])) for _ in range(3))
except RuntimeError as e:
    print(e)


def with_value():
    yield 1
    return {'result': 1}


def capture(gen):
    out = []
    while True:
        try:
            out.append(next(gen))
        except StopIteration as e:
            return out, e.value


print(capture(with_value()))
def tuple_value():
    return (1, 2)
    yield
def exc_value():
    return ValueError('as a value')
    yield
print(capture(tuple_value()), repr(capture(exc_value())[1]))


class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration('custom')
        return self.n


print([*It()], sum(It()))
def deleg(): return (yield from It())
print(capture(deleg()))
try:
    [next(iter(())) for _ in range(2)]
except StopIteration:
    print('StopIteration passes through a list comprehension')
class Sub(StopIteration): pass
def raises_sub():
    raise Sub('s')
    yield
try:
    next(raises_sub())
except RuntimeError as e:
    print(repr(e.__cause__))
