# Targets bound before a failing one keep their new values.
a = b = c = 'old'
try:
    a, (b, c) = 1, (2,)
except ValueError as e:
    print(e)
print(a, b, c)


class Fail:
    def __setattr__(self, name, value):
        raise RuntimeError(f'cannot set {name} to {value}')


f = Fail()
try:
    a, f.x, b = 5, 6, 7
except RuntimeError as e:
    print(e)
print(a, b)
try:
    a = f.y = b = 100
except RuntimeError as e:
    print(e)
print(a, b)
log = []


class Iter:
    def __iter__(self):
        log.append('iter')
        return self

    def __next__(self):
        log.append('next')
        if len(log) > 3:
            raise OSError('broken')
        return len(log)


try:
    p, q, r, s = Iter()
except OSError as e:
    print(e, log)
print('p' in globals())
for a, b in [(1, 2), (3, 4)]:
    pass
print(a, b)
try:
    for a, b in [(5, 6), (7,)]:
        pass
except ValueError as e:
    print(e, a, b)
