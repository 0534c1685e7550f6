# yield from passes values, exceptions and the result.
def inner():
    received = []
    try:
        while True:
            x = yield f'inner {len(received)}'
            if x is None:
                break
            received.append(x)
    except ValueError as e:
        print('inner caught', e)
        yield 'after exception'
    finally:
        print('inner finally')
    return received


def outer():
    result = yield from inner()
    print('result', result)
    yield 'outer'
    return 'done'


g = outer()
print(next(g), g.send('a'), g.send('b'), g.send(None))
try:
    next(g)
except StopIteration as e:
    print(e.value)
g = outer()
next(g)
print(g.throw(ValueError('v')), next(g))
g = outer()
next(g)
try:
    g.throw(KeyError('k'))
except KeyError as e:
    print('out', e)
g = outer()
next(g)
g.close()


def over(x):
    return (yield from x)


print(list(over([1, 2])), list(over('ab')), list(over({1: 2})), list(over(range(3))), list(over(iter([5]))))
for bad in (5, None, object()):
    try:
        list(over(bad))
    except TypeError as e:
        print(e)


class It:
    def __iter__(self): return self
    def __next__(self): return 'next'
    def send(self, v): return f'send {v}'
    def throw(self, *args):
        print('throw', args)
        raise StopIteration('from throw')
    def close(self): print('close called')


g = over(It())
print(next(g), g.send(3), next(g))
try:
    g.throw(ValueError('t'))
except StopIteration as e:
    print('value', e.value)
g = over(It())
next(g)
g.close()


class NoSend:
    def __iter__(self): return self
    def __next__(self): return 1


g = over(NoSend())
next(g)
try:
    g.send(5)
except AttributeError as e:
    print(e)
g = over(NoSend())
next(g)
try:
    g.throw(ValueError('no throw method'))
except ValueError as e:
    print(e)


def tree(t):
    if isinstance(t, list):
        for s in t:
            yield from tree(s)
    else:
        yield t


print(list(tree([1, [2, [3, [4]], 5], [[[6]]]])))
def chain_result():
    a = yield from (x for x in 'a')
    b = yield from []
    return a, b
def run(): print((yield from chain_result()))
print(list(run()))
