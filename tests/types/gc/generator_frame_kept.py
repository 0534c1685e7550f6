# by hand
# A generator's frame object that outlives the generator, which is part of a cycle.
import gc
gc.disable()


def generator(box):
    local = [box]
    yield
    yield local


def never_begun():
    box = []
    g = generator(box)
    box.append(g)
    return g.gi_frame


def suspended():
    box = []
    g = generator(box)
    box.append(g)
    next(g)
    return g.gi_frame


for make in (never_begun, suspended):
    frame = make()
    gc.collect()
    print(make.__name__, frame.f_code.co_name, sorted(frame.f_locals), frame.f_globals is globals())
    old = [frame]
    gc.collect()
    del frame
    gc.collect(0)
    print(len(old[0].f_locals['box']))
    del old
    gc.collect()

held = suspended()
gc.collect()
held = [held]
gc.collect(0)
print(held[0].f_locals['box'][0].gi_frame is held[0])
held.clear()
print(gc.collect() > 0)
