# x op= y evaluates the target's operands once, reads, computes, stores.
log = []


class Item:
    def __init__(self):
        self.data = {'k': 1}

    def __getitem__(self, key):
        log.append(f'get {key}')
        return self.data[key]

    def __setitem__(self, key, value):
        log.append(f'set {key} {value}')
        self.data[key] = value


class Attr:
    _v = 10

    @property
    def v(self):
        log.append('read v')
        return self._v

    @v.setter
    def v(self, value):
        log.append(f'write v {value}')
        self._v = value


def t(x, label):
    log.append(label)
    return x


item, attr = Item(), Attr()
t(item, 'item')[t('k', 'key')] += t(5, 'right')
print(log)
log.clear()
t(attr, 'attr').v *= t(3, 'right')
print(log)
tup = ([1], 2)
try:
    tup[0] += [2]
except TypeError as e:
    print(e, tup)
lst = other = [1]
lst += (2, 3)
print(lst is other, lst)
lst = lst + [4]
print(lst is other)
s = s2 = 'a'
s += 'b'
print(s, s2)
n = [0]
n[0] += n[0] + 1
n[-1] -= 5
print(n)
d = {}
try:
    d['missing'] += 1
except KeyError as e:
    print('KeyError', e)
try:
    never_defined += 1
except NameError as e:
    print(e)
lst[1:2] += [7, 8]
print(lst)
x = 5
x += x
x -= -x
print(x)
lst *= 2
print(lst, other is lst)
