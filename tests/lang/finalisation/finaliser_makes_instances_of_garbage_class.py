# Instances that a finaliser makes, and those that it moves, keep a class alive that was garbage when the collection began.
import gc


def scene(action):
    class Other:
        def hello(self):
            return 'hello'

    class Busy:
        def __del__(self):
            action(self.other)

    busy = Busy()
    busy.other = Other
    busy.me = busy


class Plain:
    pass


def make(cls):
    again = cls()
    again.me = again
    made.append(again)


def move(cls):
    plain.__class__ = cls


made = []
plain = Plain()
for action in make, move:
    scene(action)
    gc.collect()
    gc.collect()
print(made[0].hello(), made[0].me is made[0], type(made[0]).__name__)
print(plain.hello(), type(plain).__qualname__)
made.clear()
plain = None
print(gc.collect() > 0)
