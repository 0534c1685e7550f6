# by hand
# objgraph finds shortest chains of references in both directions
import sys
import objgraph


class Box:
    def __init__(self, name, *content):
        self.name = name
        self.content = content

    def __repr__(self):
        return f"Box({self.name})"


inner = Box("inner")
middle = Box("middle", inner)
outer = Box("outer", 1, middle)
far = Box("far", outer, middle)


def is_box(name):
    return lambda x: isinstance(x, Box) and x.name == name


print(objgraph.find_ref_chain(outer, is_box("inner")))
print(objgraph.find_ref_chain(far, is_box("inner")))
# The class leads to everything, by way of its functions and their globals.
print(objgraph.find_ref_chain(outer, is_box("far"), extra_ignore={id(Box)}))
print(objgraph.find_ref_chain(outer, is_box("outer")))
print(objgraph.find_ref_chain(outer, is_box("inner"), max_depth=3))
print(objgraph.find_ref_chain(far, is_box("inner"), extra_ignore={id(middle), id(Box)}))
chain = objgraph.find_backref_chain(inner, is_box("far"))
print(chain)
print(objgraph.find_backref_chain(inner, is_box("nobody"), max_depth=2))
print(objgraph.is_proper_module(sys), objgraph.is_proper_module(type(sys)("sys")), objgraph.is_proper_module(5))

kept = []


def hide():
    lost = Box("lost")
    kept.append({"key": lost})
    return id(lost)


hidden = objgraph.at(hide())
found = objgraph.find_backref_chain(kept[0]["key"], objgraph.is_proper_module)
print(found[0].__name__, len(found) > 2, found[-1])
del hidden, found
cycle = [Box("a")]
cycle[0].content = cycle
print(len(objgraph.find_ref_chain(cycle[0], lambda x: x is cycle)), objgraph.find_backref_chain(cycle, is_box("a")) == [cycle[0], cycle])
del cycle
lone = [Box("lone")]
leaks = objgraph.get_leaking_objects([lone, lone[0], lone[0].content])
print(leaks == [lone])
