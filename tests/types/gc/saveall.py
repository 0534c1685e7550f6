# DEBUG_SAVEALL puts garbage into gc.garbage instead of freeing it.
import gc
gc.disable()
gc.collect()


class Node:
    def __del__(self):
        print('finaliser')


a = Node()
a.me = a
del a
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.collect())
gc.set_debug(0)
print(len(gc.garbage), type(gc.garbage[0]).__name__, gc.garbage[0].me is gc.garbage[0])
gc.garbage.clear()
print(gc.collect())
items = []
items.append(items)
del items
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.collect())
gc.set_debug(0)
print(gc.garbage[0][0] is gc.garbage[0])
gc.garbage.clear()
print(gc.collect(), gc.collect())
