# io.StringIO: reading, writing, positions, errors, closing.
import io
from io import StringIO


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


stream = StringIO('one\ntwo\n\nfour')
print(stream.read(2), stream.tell(), repr(stream.readline()), stream.readlines(), repr(stream.read()), stream.tell())
print(stream.seek(0), list(stream), list(stream))
stream.seek(4)
print(repr(stream.readline(2)), repr(stream.readline(0)), repr(stream.readline(-1)), repr(stream.readline(None)), repr(stream.read(None)))
print(stream.seek(0, 2), stream.write('!'), stream.getvalue())
stream.seek(4)
print(stream.write('TWO'), stream.getvalue(), stream.tell(), repr(stream.read(3)))
print(stream.seek(20), repr(stream.read()), stream.write('x'), repr(stream.getvalue()))
print(stream.truncate(5), repr(stream.getvalue()), stream.tell(), stream.truncate(50), repr(stream.getvalue()))
stream.seek(2)
print(stream.truncate(), repr(stream.getvalue()), repr(stream.read()))

wide = StringIO('größe\n日本語\n🙂 \udc80')
print(wide.read(3), wide.tell(), repr(wide.readline()), wide.read(1), wide.tell())
print(wide.seek(8), repr(wide.read(2)), wide.seek(2), wide.write('é日'), ascii(wide.getvalue()))
wide.seek(13)
print(wide.write('ß'), ascii(wide.getvalue()), wide.truncate(3), wide.getvalue())

for size in (0, 1, 2, 100):
    print(StringIO('ab\ncd').readlines(size), StringIO('ab\ncd').read(size))
stream = StringIO()
attempt(stream.writelines, ['a', 'b\n', 'c'])
attempt(stream.getvalue)
for call in [('seek', -1), ('seek', 1, 1), ('seek', 1, 2), ('seek', 0, 1), ('seek', 0, 2), ('seek', 0, 3), ('truncate', -1), ('write', 5),
             ('write', b'x'), ('read', 'x'), ('read', 1, 2), ('seek', 'x'), ('readline', 1.5), ('writelines', 5), ('writelines', [1]),
             ('readable',), ('writable',), ('seekable',), ('isatty',), ('flush',), ('truncate', 'x')]:
    attempt(getattr(stream, call[0]), *call[1:])
for name in 'fileno', 'detach':
    try:
        getattr(stream, name)()
    except io.UnsupportedOperation as error:
        print(error, isinstance(error, OSError), isinstance(error, ValueError))
print(stream.closed, stream.encoding, stream.errors, stream.newlines, stream.line_buffering)
attempt(StringIO, 5)
attempt(StringIO, b'x')
attempt(StringIO, '', 'x')
attempt(StringIO, '', newline=5)
print(StringIO(None).read() == '', StringIO(initial_value='named').read())

with StringIO('text') as stream:
    print(stream.read())
print(stream.closed)
for name in 'read', 'getvalue', 'tell', 'readable', 'isatty', 'flush', 'close', '__iter__', '__enter__', 'readline', 'truncate', 'readlines', '__next__':
    if name != 'flush':
        attempt(getattr(stream, name))
attempt(stream.write, 'x')
stream.__init__('again')
print(stream.read(), stream.closed)


class Upper(StringIO):
    def readline(self):
        return super().readline().upper()


upper = Upper('a\nb')
upper.extra = 1
print(list(upper), upper.extra, upper.__dict__)
import copy
stream = StringIO('state\n', newline='')
stream.seek(3)
stream.note = 'kept'
twin = copy.copy(stream)
print(stream.__getstate__(), twin.read(), twin.note, twin is stream)
print(isinstance(stream, io.TextIOBase), isinstance(stream, io.IOBase), isinstance(stream, io.BufferedIOBase), type(stream))
print(stream, file=(out := StringIO()), end='|')
print(out.getvalue().split(' at ')[0])
