# io.StringIO: what ends lines, and what becomes of line ends that are written.
from io import StringIO

TEXT = 'a\nb\r\nc\rd\r\n\r\n\ne\r'
for newline in (None, '', '\n', '\r', '\r\n'):
    stream = StringIO(TEXT, newline=newline)
    print(repr(newline), repr(stream.getvalue()), stream.readlines(), stream.newlines)
    stream = StringIO(newline=newline)
    print(stream.write('x\r'), stream.write('\ny\r\n'), stream.newlines, repr(stream.getvalue()))
    stream.seek(0)
    print(list(stream), repr(stream.readline()))
    print(stream.seek(1), repr(stream.readline(1)), repr(stream.readline()), stream.__getstate__()[1:])
