# break and continue leave finally and with blocks properly.
class CM:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print('enter', self.name)
        return self

    def __exit__(self, *exc):
        print('exit', self.name, exc[0])


for i in range(3):
    with CM(i):
        if i == 1:
            break
        continue
for i in range(3):
    try:
        with CM(f'w{i}') as a, CM(f'x{i}') as b:
            if i == 0:
                continue
            raise ValueError(i)
    except ValueError as e:
        print('caught', e)
        break
    finally:
        print('finally', i)


def f():
    for i in range(5):
        with CM(f'r{i}'):
            if i == 1:
                return i
    return 'never'


print(f())


def swallow():
    for i in range(3):
        try:
            raise ValueError
        finally:
            if i < 2:
                continue
            break
    return i


print(swallow())


def nested():
    out = []
    for i in range(3):
        for j in range(3):
            try:
                if j == 1:
                    break
                out.append((i, j))
            finally:
                out.append('f')
        else:
            out.append('never')
        if i == 1:
            break
    return out


print(nested())


def gen():
    for i in range(3):
        try:
            yield i
        finally:
            print('cleanup', i)


for v in gen():
    if v == 1:
        break
print('done')
