# When references are cleared: after `__del__`, before the memory goes; callbacks newest first; errors in them go to the unraisable hook.
import sys
import weakref

log = []


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(('del', self.name, r() is self))


d = D('one')
r = weakref.ref(d, lambda x: log.append(('callback', x())))
r2 = weakref.ref(d, lambda x: log.append('newest'))
del d
print(log)


class Phoenix:
    saved = None

    def __del__(self):
        log.append('del')
        Phoenix.saved = self


log.clear()
p = Phoenix()
pr = weakref.ref(p, lambda x: log.append('callback'))
del p
print(log, pr() is Phoenix.saved)
Phoenix.saved = None
print(log, pr() is None)


def hook(info):
    print('unraisable', info.exc_type.__name__, info.exc_value)


sys.unraisablehook = hook
class E: pass
e = E()
bad = weakref.ref(e, lambda x: 1 / 0)
good = weakref.ref(e, lambda x: print('still called'))
del e
print(bad(), good())


# A callback may make new references, and drop the ones that are still to come.
class F: pass
f, g = F(), F()
refs = []
def first(x):
    print('first', len(refs))
    refs.clear()
    refs.append(weakref.ref(g))
refs.append(weakref.ref(f, lambda x: print('second')))
refs.append(weakref.ref(f, first))
keep = refs[0]
del f
print(len(refs), refs[0]() is g)

# A deep chain of objects that refer to each other only through callbacks.
class Node: pass
chain = None
count = 0
def bump(x):
    global count
    count += 1
held = []
for i in range(2000):
    node = Node()
    node.next = chain
    held.append(weakref.ref(node, bump))
    chain = node
del node
chain = None
print(count, all(h() is None for h in held))
