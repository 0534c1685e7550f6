# io.BytesIO: reading, writing, positions, views, errors, closing.
import io
from io import BytesIO


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


stream = BytesIO(b'one\ntwo\r\n\nfour')
print(stream.read(2), stream.tell(), stream.readline(), stream.readlines(), stream.read(), stream.tell())
print(stream.seek(0), list(stream), list(stream))
print(stream.seek(-4, 2), stream.read1(2), stream.read1(), stream.seek(-100, 2), stream.seek(3), stream.seek(2, 1), stream.seek(-1, 1))
print(stream.readline(2), stream.readline(0), stream.readline(-1), stream.readline(None), stream.read(None))
stream.seek(4)
print(stream.write(b'TWO'), stream.write(bytearray(b'!!')), stream.write(memoryview(b'xyz')[1:]), stream.getvalue(), stream.tell())
print(stream.seek(20), stream.read(), stream.write(b'x'), stream.getvalue())
print(stream.truncate(5), stream.getvalue(), stream.tell(), stream.truncate(50), stream.getvalue())
stream.seek(2)
print(stream.truncate(), stream.getvalue(), stream.read(), stream.write(b''))
room = bytearray(b'......')
stream = BytesIO(b'abcdefgh')
print(stream.readinto(room), room, stream.readinto(room), room, stream.readinto(room), stream.readinto(memoryview(room)[:2]))
for call in [('seek', -1), ('seek', 0, 3), ('seek', 'x'), ('truncate', -1), ('write', 5), ('write', 'x'), ('write', None), ('read', 'x'), ('read', 1, 2),
             ('readinto', b'x'), ('readinto', 5), ('readline', 1.5), ('writelines', 5), ('writelines', [b'1', b'2']), ('writelines', ['x']),
             ('readable',), ('writable',), ('seekable',), ('isatty',), ('flush',), ('tell',)]:
    attempt(getattr(stream, call[0]), *call[1:])
for name in 'fileno', 'detach':
    try:
        getattr(stream, name)()
    except io.UnsupportedOperation as error:
        print(error)
view = stream.getbuffer()
view[:2] = b'AB'
print(stream.getvalue(), len(view), view.readonly)
attempt(stream.write, b'x' * 100)
attempt(stream.truncate, 1)
try:
    stream.close()
except BufferError as error:
    print(error)
stream.seek(0)
attempt(stream.write, b'ab')
print(bytes(view[:3]))
view.release()
print(stream.truncate(1), stream.getvalue())
attempt(BytesIO, 5)
attempt(BytesIO, 'x')
print(BytesIO(None).read(), BytesIO(initial_bytes=b'named').read(), BytesIO(bytearray(b'x')).getvalue())
with BytesIO(b'bytes') as stream:
    print(stream.read(), stream.closed)
print(stream.closed, stream.close())
for name in 'read', 'getvalue', 'tell', 'readable', 'isatty', 'flush', '__enter__', 'readline', 'truncate', 'readlines', '__next__', 'getbuffer', 'read1':
    attempt(getattr(stream, name))
attempt(stream.write, b'x')
attempt(stream.seek, 0)
for size in (0, 1, 3, 100, None):
    print(BytesIO(b'ab\ncd').readlines(size))


class Loud(BytesIO):
    def readline(self):
        return super().readline().upper()


print(list(Loud(b'a\nb')))
import copy
stream = BytesIO(b'state')
stream.seek(3)
stream.note = 'kept'
twin = copy.copy(stream)
print(stream.__getstate__(), twin.read(), twin.note)
print(isinstance(stream, io.BufferedIOBase), isinstance(stream, io.IOBase), isinstance(stream, io.TextIOBase), type(stream))
