# Entries that die during an iteration stay until the next access.
import weakref
class Key:
    pass
values = [Key() for _ in range(4)]
d = weakref.WeakValueDictionary(enumerate(values))
it = iter(d.items())
next(it)
values.pop()
print(3 in d, len(d))
it = None
keys = [Key() for _ in range(4)]
k = weakref.WeakKeyDictionary((key, i) for i, key in enumerate(keys))
it = iter(k.items())
next(it)
keys.pop()
print(len(k))
del k[keys.pop()]
print(len(k))
it = None
print(len(k), k._pending_removals)
