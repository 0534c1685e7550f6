# A finaliser makes weak references to garbage; what runs while the garbage is destroyed cannot come back through them.
import gc
import weakref


class Late:
    def __init__(self):
        self.references = []

    def __del__(self):
        for reference in self.references:
            told.append((reference(), 1))


class Node:
    def __del__(self):
        late.references += [weakref.ref(part) for part in (self, self.function, self.items, self.other)]
        late.references += [weakref.ref(self.function, lambda reference: events.append(f"callback {reference()}"))]
        kept.append(late.references[-1])
        del globals()["late"]


class Items(list):
    pass


class Other:
    pass


def make():
    def function():
        return node

    node = Node()
    node.function = function
    node.items = Items([node, function])
    node.late = late
    node.other = Other()
    node.other.node = node
    function.node = node


told = []
kept = []
events = []
late = Late()
make()
gc.collect()
print(len(told), "late" in globals())
# What came back, if anything did, is whole.
for value, one in told:
    print(value is None or type(value) in (Node, Items, Other) or value.__name__ == "function", one)
told.clear()
gc.collect()
print([reference() for reference in kept], events)


# In a dictionary of weak references, a proxy, and a finalizer's registry.
class Value:
    pass


class Last:
    def __del__(self):
        events.append(list(table.items()))
        for proxy in proxies:
            try:
                events.append(proxy.name)
            except ReferenceError as error:
                events.append(str(error))


class Maker:
    def __del__(self):
        table["value"] = self.value
        proxies.append(weakref.proxy(self.value))
        weakref.finalize(self.value, events.append, "finalized")
        del globals()["last"]


events.clear()
table = weakref.WeakValueDictionary()
proxies = []
last = Last()
maker = Maker()
maker.value = Value()
maker.value.name = "name"
maker.value.maker = maker
maker.last = last
del maker
gc.collect()
print(sorted(events, key=str), list(table), len(table), "last" in globals())
