# gc.collect() returns how many unreachable objects it found.
import gc
gc.disable()
gc.collect()


class Node:
    pass


def count(make):
    make()
    return gc.collect()


def pair():
    a, b = Node(), Node()
    a.peer, b.peer = b, a


def own_list():
    items = []
    items.append(items)


def own_dict():
    table = {}
    table[1] = table


def own_tuple():
    items = []
    held = (items,)
    items.append(held)


def own_instance():
    node = Node()
    node.me = node


def nothing():
    [Node() for _ in range(10)]


def ring():
    nodes = [Node() for _ in range(100)]
    for i, node in enumerate(nodes):
        node.next = nodes[i - 1]


def function_cycle():
    space = {}
    exec('def f(): pass', space)


def cell_cycle():
    def inner():
        return inner


class Other:
    pass


def atomic_dict_in_cycle():
    node = Other()
    node.me = node
    node.table = {'a': 1, 'b': 'two'}


for make in (pair, own_list, own_dict, own_tuple, own_instance, nothing, ring,
             cell_cycle, atomic_dict_in_cycle):
    print(make.__name__, count(make), gc.collect())
