# gc.callbacks: called before and after a collection.
import gc
import sys
gc.disable()
gc.collect()
log = []


def callback(phase, info):
    log.append((phase, dict(info)))


gc.callbacks.append(callback)
items = []
items.append(items)
del items
print(gc.collect(1))
gc.callbacks.remove(callback)
gc.collect()
for entry in log:
    print(entry)


def failing(phase, info):
    raise RuntimeError(phase)


sys.unraisablehook = lambda info: print(type(info.object).__name__, info.exc_value)
gc.callbacks.append(failing)
gc.callbacks.append(lambda phase, info: print('second', phase))
gc.collect()
gc.callbacks.clear()
print(gc.collect())
