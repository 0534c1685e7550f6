# Whether a dictionary is tracked depends on what is directly in it, however deep that goes.
import gc

nested = {}
for i in range(200000):
    nested = {'inner': nested}
print(gc.is_tracked(nested))
print(gc.is_tracked({'a': {}}), gc.is_tracked({'a': (1, 2)}), gc.is_tracked({(1, 2): 3}))
deep = ()
for i in range(200000):
    deep = (deep,)
print(gc.is_tracked({'a': 'text', 'b': 1.5, 'c': None}))
del nested, deep
print(gc.collect())
