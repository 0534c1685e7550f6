# Survivors grow older: get_objects by generation.
import gc
gc.disable()
gc.collect()
marker = ['marker']


def where():
    return [g for g in range(3) if any(x is marker for x in gc.get_objects(generation=g))]


print(where())
gc.collect(0)
print(where())
gc.collect(0)
print(where())
gc.collect(1)
print(where())
gc.collect(2)
print(where())
print(any(x is marker for x in gc.get_objects()))
text = 'a string'
print(any(x is text for x in gc.get_objects()))
