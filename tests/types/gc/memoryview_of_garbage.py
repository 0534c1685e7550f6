# A view and the buffer that it pins are garbage together.
import gc
gc.disable()


class Buffer(bytearray):
    pass


def make():
    b = Buffer(b'some bytes')
    b.view = memoryview(b)
    b.part = b.view[2:5]


make()
print(gc.collect() > 0)
print(gc.collect())
