# Protocol 5: buffers in the stream and beside it.
import pickle
from pickle import PickleBuffer


class Holder:
    def __init__(self, data):
        self.data = data

    def __reduce_ex__(self, protocol):
        if protocol >= 5:
            return Holder, (PickleBuffer(self.data),)
        return Holder, (bytes(self.data),)


for data in (b"read-only", bytearray(b"writable"), b"", memoryview(b"a view")[2:]):
    print(pickle.dumps(PickleBuffer(data), 5))
    buffers = []
    out = pickle.dumps(Holder(data), 5, buffer_callback=buffers.append)
    print(out, [bytes(b) for b in buffers])
    again = pickle.loads(out, buffers=buffers)
    print(type(again.data), bytes(again.data))
    again = pickle.loads(out, buffers=[bytearray(data)])
    print(type(again.data), memoryview(again.data).readonly, bytes(again.data))
    assert bytes(pickle.loads(pickle.dumps(Holder(data), 4)).data) == bytes(data)
print(pickle.dumps(Holder(b"x"), 5, buffer_callback=lambda b: True))
array = bytearray(b"abc")
buffer = PickleBuffer(array)
view = memoryview(buffer)
view[0] = 65
print(array, buffer.raw().readonly, memoryview(PickleBuffer(b"q")).readonly, view.nbytes)
shared = PickleBuffer(b"same")
print(pickle.dumps([shared, shared], 5))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(repr(e))


released = PickleBuffer(b"abc")
released.release()
released.release()
fails(released.raw)
fails(lambda: memoryview(released))
fails(lambda: pickle.dumps(released, 5))
fails(lambda: PickleBuffer(5))
fails(lambda: PickleBuffer(memoryview(b"abcdef")[::2]).raw())
fails(lambda: pickle.dumps(PickleBuffer(memoryview(b"abcdef")[::2]), 5))
fails(lambda: pickle.dumps(PickleBuffer(b"a"), 4))
fails(lambda: pickle.dumps(1, 4, buffer_callback=print))
fails(lambda: pickle.loads(b"\x97."))
fails(lambda: pickle.loads(b"\x97.", buffers=[]))
fails(lambda: pickle.loads(b"\x97.", buffers=5))
fails(lambda: pickle.loads(b"\x97\x98.", buffers=[5]))
