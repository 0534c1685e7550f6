# exit: 1
# StopIteration inside a generator becomes RuntimeError with its cause.
def take(it, n):
    for _ in range(n):
        yield next(it)


print(list(take(iter('ab'), 2)))
print(list(take(iter('ab'), 3)))
