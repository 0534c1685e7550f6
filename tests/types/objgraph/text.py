# by hand
# objgraph writes graphs and chains as text
import objgraph


class Node:
    def __init__(self, name, **links):
        self.name = name
        for key, value in links.items():
            setattr(self, key, value)

    def __repr__(self):
        return f"<{self.name}>"


class Bare:
    __slots__ = ("one", "two")


leaf = Node("leaf")
tree = Node("tree", left=leaf, right=Node("branch", down=leaf, items=[leaf, {"key": leaf}]))
objgraph.show_refs(tree)
print("-")
objgraph.show_refs([tree, [leaf, [], [leaf], leaf, {1: leaf}, [tree]]], max_depth=1, too_many=2)
print("-")
objgraph.show_refs(tree, filter=lambda x: isinstance(x, Node), highlight=lambda x: x is leaf, extra_info=lambda x: len(x.name))
print("-")
bare = Bare()
bare.one = leaf
bare.two = bare
objgraph.show_refs(bare, shortnames=False)
print("-")
objgraph.show_chain(objgraph.find_ref_chain(tree, lambda x: isinstance(x, dict) and "key" in x))


def holder():
    return leaf


print("-")
box = [leaf]
del tree
objgraph.show_backrefs(leaf, filter=lambda x: isinstance(x, (list, Bare)), max_depth=2)
