# Functions that refer to each other through cells.
import gc
gc.disable()


class Watched:
    def __del__(self):
        print('freed')


def make():
    watched = Watched()

    def even(n):
        return n == 0 or odd(n - 1)

    def odd(n):
        watched
        return n != 0 and even(n - 1)
    return even


f = make()
print(f(10))
del f
print(gc.collect())
print(gc.collect())
