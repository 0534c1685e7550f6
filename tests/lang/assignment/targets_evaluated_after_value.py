# The value comes first, then the targets from left to right, each with its own operands.
log = []


class Box:
    def __init__(self, name):
        object.__setattr__(self, 'name', name)

    def __setattr__(self, key, value):
        log.append(f'{self.name}.{key}={value}')

    def __setitem__(self, key, value):
        log.append(f'{self.name}[{key}]={value}')

    def __delitem__(self, key):
        log.append(f'del {self.name}[{key}]')

    def __delattr__(self, key):
        log.append(f'del {self.name}.{key}')


def box(name):
    log.append(name)
    return Box(name)


def value(v):
    log.append(f'value {v}')
    return v


def show():
    print('; '.join(log))
    log.clear()


box('a').x = value(1)
show()
box('a')[value('k')] = box('b').y = value(2)
show()
box('a').x, box('b')[value('i')] = value(1), value(2)
show()
[box('p').q, (box('r').s, *box('t').u)] = value([1, (2, 3, 4)])
show()
for box('loop').var in value([1, 2]):
    show()
del box('d')[value('z')], box('e').w
show()
i = 0
a = [0, 0, 0]
i, a[i] = 1, 9
print(i, a)
a[0], a[1] = a[1], a[0]
print(a)
x = y = z = []
x.append(1)
print(y is z, z)
