# by hand
# objgraph counts objects by type
import objgraph


class Node:
    def __init__(self, *links):
        self.links = links


class Other(Node):
    pass


nodes = [Node() for _ in range(5)]
others = [Other(n) for n in nodes[:3]]
print(objgraph.count("Node"), objgraph.count("Other"), objgraph.count("__main__.Node"), objgraph.count("Nothing"))
print(objgraph.count("Node", nodes + others), objgraph.count("dict", [{}, {}, []]))
print(sorted(n.links for n in objgraph.by_type("Node")) == [()] * 5, objgraph.by_type("Other", others) == others)
print(objgraph.typestats([1, 2, "a", [], {}], filter=lambda x: not isinstance(x, str)))
print(objgraph.typestats(nodes, shortnames=False))
print(objgraph.most_common_types(2, objects=nodes + others + [{}]))
objgraph.show_most_common_types(objects=nodes + others + [[]])
print(objgraph.most_common_types(1, objects=nodes + others, shortnames=False))

only = lambda x: isinstance(x, Node)
peaks = {}
print(objgraph.growth(peak_stats=peaks, filter=only))
print(objgraph.growth(peak_stats=peaks, filter=only))
nodes.append(Node())
others.pop()
print(objgraph.growth(peak_stats=peaks, filter=only), peaks)
more = [Other() for _ in range(100)]
objgraph.show_growth(peak_stats=peaks, filter=only)
del more
print(objgraph.growth(peak_stats=peaks, filter=only))

objgraph.get_new_ids(limit=0)
fresh = [Node(), Node()]
new = objgraph.get_new_ids(limit=0)
print(len(new["Node"]), [n in objgraph.at_addrs(new["Node"]) for n in fresh], "Other" in new and new["Other"])
print(objgraph.at(id(fresh[0])) is fresh[0])
state = {}
objgraph.get_new_ids(limit=0, _state=state)
fresh.append(Other())


class Lines:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


lines = Lines()
objgraph.get_new_ids(sortby="new", limit=200, file=lines, _state=state)
shown = [line.split() for line in lines.text.splitlines()]
print(shown[1], [row for row in shown if row[0] == "Other"])
try:
    objgraph.get_new_ids(sortby="wrong")
except ValueError as e:
    print(e)
