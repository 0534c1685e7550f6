# get_referrers and get_referents.
import gc


class Node:
    pass


node = Node()
holder = [node]
table = {'key': node}
pair = (node, 1)
found = gc.get_referrers(node)
print(any(x is holder for x in found), any(x is table for x in found), any(x is pair for x in found))
print(any(x is globals() for x in found))
print(gc.get_referrers(object()))
other = Node()
in_both = [other, node]
print(any(x is in_both for x in gc.get_referrers(other)))
print(sum(x is in_both for x in gc.get_referrers(other, node)))
print(sorted(gc.get_referents([1, 2, 3])))
print('v' in gc.get_referents({'k': 'v'}))
print(gc.get_referents())
print(gc.get_referents(5), gc.get_referents('text'))
node.attribute = holder
print(any(x is holder for x in gc.get_referents(node)))
print(any(x is Node for x in gc.get_referents(node)))


def f(a=holder):
    return node


referents = gc.get_referents(f)
print(any(x is f.__code__ for x in referents), any(x is f.__globals__ for x in referents),
      any(x is f.__defaults__ for x in referents))
def outer():
    x = holder
    def inner(): return x
    return inner
inner = outer()
print(any(x is inner.__closure__ for x in gc.get_referents(inner)))
print(gc.get_referents(inner.__closure__[0]) == [holder])
print(any(x is inner.__closure__[0] for x in gc.get_referrers(holder)))
