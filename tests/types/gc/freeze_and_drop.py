# A frozen object whose last reference goes dies at once.
import gc


class Watched:
    def __del__(self):
        print('freed')


w = Watched()
big = Watched()
big.items = list(range(1000))
gc.freeze()
n = gc.get_freeze_count()
del w
print(gc.get_freeze_count() < n)
del big
gc.unfreeze()
gc.collect()
print('end')
