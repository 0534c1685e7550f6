# Weak references to and from cycles that the collector frees: cleared before finalisers run; callbacks of references that are garbage are not called.
import gc
import weakref

gc.disable()
log = []


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(('del', self.name, r() is None))


a, b = Node('a'), Node('b')
a.other, b.other = b, a
r = weakref.ref(a, lambda x: log.append(('callback a', x() is None)))
rb = weakref.ref(b, lambda x: log.append(('callback b', x() is None)))
del a, b
print(r() is not None, log)
print(gc.collect() >= 2, r(), sorted(log))

# A reference within the garbage: its callback does not run.
log.clear()
class Plain: pass
x, y = Plain(), Plain()
x.y, y.x = y, x
x.ref = weakref.ref(y, lambda ref: log.append('never'))
outside = weakref.ref(x, lambda ref: log.append('outside'))
del x, y
gc.collect()
print(log, outside() is None)

# Garbage that refers weakly to living things, and a living thing whose references were garbage.
target = Plain()
z = Plain()
z.self = z
z.ref = weakref.ref(target, lambda ref: log.append('never'))
print(weakref.getweakrefcount(target))
del z
gc.collect()
print(weakref.getweakrefcount(target))
del target
print(log)

# Resurrection: the object comes back, its weak references do not.
class Phoenix:
    saved = []
    def __del__(self):
        Phoenix.saved.append(self)
p = Phoenix()
p.self = p
w = weakref.ref(p)
del p
gc.collect()
print(w() is None, len(Phoenix.saved), weakref.ref(Phoenix.saved[0])() is Phoenix.saved[0])

# Weak containers of cyclic objects.
d = weakref.WeakValueDictionary()
s = weakref.WeakSet()
k = weakref.WeakKeyDictionary()
for i in range(10):
    n = Plain()
    n.self = n
    d[i] = n
    s.add(n)
    k[n] = i
print(len(d), len(s), len(k))
del n
gc.collect()
print(len(d), len(s), len(k))

# A callback that makes more garbage and drops other references.
class Chain: pass
first, second = Chain(), Chain()
first.loop, second.loop = first, second
refs = {}
refs['second'] = weakref.ref(second, lambda x: log.append('second'))
def on_first(x):
    refs.clear()
    more = Chain()
    more.loop = more
    log.append('first')
refs['first'] = weakref.ref(first, on_first)
del first, second
log.clear()
gc.collect()
print('first' in log, len(refs), gc.collect() > 0)
