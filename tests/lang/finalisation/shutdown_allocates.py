# A finaliser at exit may allocate, import and collect.
import gc


class Busy:
    def __del__(self):
        items = []
        items.append(items)
        del items
        print('collected', gc.collect() >= 0)
        again = Busy.Other()
        again.me = again

    class Other:
        pass


busy = Busy()
print('end')
