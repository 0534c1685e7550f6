# A variable that takes an attribute or item of its own value lets that value go, with warm caches too
class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following

    def __del__(self):
        print("del", self.value)


class Slot:
    __slots__ = ("content",)

    def __del__(self):
        print("del slot")


def attribute(n):
    node = Node(n)
    node = node.value
    return node


def chain(node):
    while node is not None:
        node = node.following


def slot():
    thing = Slot()
    thing.content = 1
    thing = thing.content


def item(n):
    row = (Node(n), 2)
    row = row[1]


def last(n):
    row = [2, Node(n)]
    row = row[0]
    i = 1
    row = [Node(n + 1), 3]
    row = row[i]


def key(n):
    table = {"a": 1, "b": Node(n)}
    table = table["a"]


def looped():
    for pair in [(Node("in tuple"), 1)]:
        pair = pair[1]


def augmented():
    items = [Node("augmented")]
    items = items + [1]
    items = len(items)


for n in range(4):
    print(attribute(n))
    chain(Node("a", Node("b", Node("c"))))
    slot()
    item(n)
    last(n)
    key(n)
    looped()
    augmented()
