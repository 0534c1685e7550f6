# A callback that collects, changes the list of callbacks and makes garbage.
import gc
gc.disable()


def first(phase, info):
    print('first', phase, gc.collect() if phase == 'nested' else None)
    if phase == 'stop':
        gc.callbacks.remove(first)


def second(phase, info):
    junk = []
    junk.append(junk)
    print('second', phase)


gc.callbacks.extend([first, second])
gc.collect()
gc.collect()
gc.callbacks.clear()
print(gc.collect() >= 2)
