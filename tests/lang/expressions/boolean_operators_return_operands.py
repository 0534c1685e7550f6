# and / or return an operand; __bool__ and __len__ decide, __bool__ first.
print(0 or 'x', '' or [] or None, 1 and 2, [] and 1, 1 and [] or 'z')
print(None or 0, 0 or None, not [], not [0], not '')


class B:
    def __init__(self, name, value):
        self.name, self.value = name, value

    def __bool__(self):
        print('bool', self.name)
        return self.value

    def __repr__(self):
        return self.name


print(B('a', True) and B('b', False) or B('c', True))
print(not B('d', False))
if B('e', False) or B('f', True) and not B('g', False):
    print('taken')
print(B('h', True) if B('i', False) else B('j', True))


class L:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print('len', self.n)
        return self.n


print(bool(L(0)), bool(L(3)), not L(0))


class Both(L):
    def __bool__(self):
        return False


print(bool(Both(5)))


class Bad:
    def __bool__(self):
        return 1


class BadLen:
    def __len__(self):
        return -1


class NotInt:
    def __len__(self):
        return 'x'


for cls in (Bad, BadLen, NotInt):
    try:
        not cls()
    except Exception as e:
        print(type(e).__name__, e)
while B('loop', False):
    pass
assert B('assert', True)
