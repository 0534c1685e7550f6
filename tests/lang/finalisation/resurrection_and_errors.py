# __del__ runs once, may resurrect, and may create and drop other objects.
log = []


class Phoenix:
    count = 0

    def __del__(self):
        Phoenix.count += 1
        log.append(self)


p = Phoenix()
del p
print(len(log), Phoenix.count)
log.clear()
print(len(log), Phoenix.count)


class Chain:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('chain', self.n)
        if self.n:
            Chain(self.n - 1)


Chain(3)


class Node:
    def __init__(self, next=None): self.next = next
    def __del__(self): Node.deleted += 1


Node.deleted = 0
head = None
for i in range(50_000):
    head = Node(head)
head = None
print(Node.deleted)
nested = []
for i in range(100_000):
    nested = [nested]
nested = None
nested = ()
for i in range(100_000):
    nested = (nested,)
del nested
d = {}
for i in range(50_000):
    d = {'d': d}
d = None
print('deep structures gone')


class Late: pass


late = Late()
Late.__del__ = lambda self: print('added later')
late = None


class Inherit(Phoenix): pass


i = Inherit()
i = 0
print(Phoenix.count, type(log[0]).__name__)
log.clear()


class Slots:
    __slots__ = ('x',)
    def __del__(self): print('slots', type(self.x).__name__)


s = Slots()
s.x = Late()
s = None


class Calls:
    def __del__(self): print('explicit and implicit')


c = Calls()
c.__del__()
c = None
class InstanceDel: pass
o = InstanceDel()
o.__del__ = lambda: print('never')
o = None
class Modifies:
    def __init__(self, lst): self.lst = lst
    def __del__(self): self.lst.append('appended by del')
lst = []
lst.append(Modifies(lst))
lst.pop()
print(lst)
lst = [Modifies(keep := []) for _ in range(3)]
lst[1] = None
print(keep)
del lst[:]
print(keep)
