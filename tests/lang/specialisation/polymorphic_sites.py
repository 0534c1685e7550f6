# One instruction meets many shapes: what the second level of caching remembers stays right when classes change.
def make(n):
    class C:
        tag = 'tag%d' % n

        def method(self):
            return n

        @property
        def prop(self):
            return -n

        @staticmethod
        def static():
            return n * 10

        @classmethod
        def klass(cls):
            return n * 100

    return C


classes = [make(i) for i in range(12)]
objects = [C() for C in classes]
for i, o in enumerate(objects):
    for k in range(i % 4):
        setattr(o, 'pad%d' % k, k)
    o.value = i


def total():
    result = 0
    for o in objects:
        result += o.value + o.method() + o.prop + o.static() + o.klass()
    return result


def tags():
    return [o.tag for o in objects]


for _ in range(20):
    t = total()
print(t, tags())

classes[3].method = lambda self: 1000
print(total())
classes[4].prop = 7
print(total())
classes[5].value = property(lambda self: 5000)
print(total())
del classes[5].value
print(total())
classes[6].static = lambda self: 60
print(total())
objects[7].method = lambda: 7000
print(total())
del objects[7].method
print(total())
classes[8].tag = 'changed'
objects[9].tag = 'own'
print(tags())
del objects[9].tag, classes[8].tag
try:
    tags()
except AttributeError as e:
    print(e)
classes[8].__getattr__ = lambda self, name: 'from hook: ' + name
print(tags())


def store(o, v):
    o.value = v
    o.extra = v


for _ in range(20):
    for i, o in enumerate(objects):
        store(o, i * 2)
print(sum(o.value + o.extra for o in objects))
classes[1].extra = property(lambda self: 1, lambda self, v: print('set', v))
store(objects[1], 3)
classes[2].__setattr__ = lambda self, name, v: print('hook', name, v)
store(objects[2], 4)
print(objects[1].extra, objects[2].value, objects[2].extra)


class Slots:
    __slots__ = ('value', 'extra')


class More(Slots):
    __slots__ = ('more',)


for o in [Slots(), More(), objects[0]] * 5:
    store(o, 'v')
    print(o.value, o.extra, end=' ')
print()
s = Slots()
try:
    s.value
except AttributeError as e:
    print(e)
