# Iterators over built-in containers, taken some steps before.
import pickle


def show(make, steps):
    iterator = make()
    for _ in range(steps):
        next(iterator)
    for protocol in range(2, 6):
        data = pickle.dumps(iterator, protocol)
        print(data)
    print(list(pickle.loads(data)))


for steps in (0, 1):
    show(lambda: iter([1, 2, 3]), steps)
    show(lambda: iter((1, 2)), steps)
    show(lambda: iter(range(4)), steps)
    show(lambda: iter({1: 2, 3: 4}), steps)
    show(lambda: iter({5, 6}), steps)
    show(lambda: iter("abc"), steps)
    show(lambda: iter(b"ab"), steps)
    show(lambda: reversed([1, 2]), steps)
    show(lambda: enumerate([1, 2], 5), steps)
    show(lambda: zip([1, 2], [3, 4]), steps)
    show(lambda: map(abs, [1, -2]), steps)
    show(lambda: filter(None, [1, 2]), steps)
show(lambda: iter([]), 0)
for make in (lambda: (x for x in ()), lambda: memoryview(b"x"), lambda: {}.keys()):
    try:
        pickle.dumps(make())
    except TypeError as e:
        print(e)
