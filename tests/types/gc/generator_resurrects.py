# A finally block that keeps the generator alive.
import gc
gc.disable()
kept = []


def generator():
    me = yield
    try:
        yield 1
    finally:
        kept.append(me)


g = generator()
next(g)
g.send(g)
del g
gc.collect()
print(len(kept), type(kept[0]).__name__)
print(next(kept[0], 'finished'))
kept.clear()
print(gc.collect())
