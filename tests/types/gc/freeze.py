# Frozen objects are not collected until they are given back.
import gc
gc.disable()
gc.collect()


class Watched:
    def __del__(self):
        print('freed')


w = Watched()
w.me = w
print(gc.get_freeze_count() == 0)
gc.freeze()
print(gc.get_freeze_count() > 0, gc.is_tracked(w))
print(any(x is w for x in gc.get_objects()))
del w
gc.collect()
print('still there')
v = Watched()
v.me = v
del v
gc.collect()
gc.unfreeze()
print(gc.get_freeze_count())
gc.collect()
