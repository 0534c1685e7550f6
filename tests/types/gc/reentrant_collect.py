# gc.collect() inside a finaliser or callback does nothing and answers 0.
import gc
gc.disable()
gc.collect()


class Nested:
    def __init__(self):
        self.me = self

    def __del__(self):
        print('inside', gc.collect())


Nested()
print(gc.collect())
