# BytesIO and StringIO: what every method takes, gives and raises.
import io


def t(f):
    try:
        value = repr(f())
        print(value.split(" at 0x")[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)


B = io.BytesIO
S = io.StringIO
for f in [lambda:B(),lambda:B(b'abc').read(),lambda:B('x'),lambda:B(5),lambda:B(b'a',b'b'),lambda:B(None).read(),lambda:B(initial_bytes=b'q').getvalue(),
 lambda:B(b'abc').read(2),lambda:B(b'abc').read(-1),lambda:B(b'abc').read(None),lambda:B(b'abc').read('x'),lambda:B(b'abc').read(1.5),lambda:B(b'ab\ncd').readline(),lambda:B(b'ab\ncd').readline(1),lambda:B(b'ab\ncd\n').readlines(),lambda:B(b'ab\ncd\n').readlines(1),lambda:B(b'ab').read1(1),lambda:list(B(b'a\nb')),lambda:next(B(b'')),
 lambda:B().write('x'),lambda:B().write(5),lambda:B().write(memoryview(b'ab')),lambda:B(b'abc').seek(-1),lambda:B(b'abc').seek(5),lambda:B(b'abc').seek(-5,1),lambda:B(b'abc').seek(-1,2),lambda:B(b'abc').seek(0,3),lambda:B(b'abc').seek(1.5),lambda:B(b'abc').truncate(1),lambda:B(b'abc').truncate(-1),lambda:B(b'abc').truncate('x'),lambda:B(b'abc').truncate(),lambda:B(b'abc').truncate(9),
 lambda:B().isatty(),lambda:B().readable(),lambda:B().writable(),lambda:B().seekable(),lambda:B().closed,lambda:B().tell(),lambda:B().flush(),lambda:B().close(),lambda:B().fileno(),lambda:B().detach(),lambda:B(b'a').getbuffer(),lambda:bytes(B(b'ab').getbuffer()),lambda:B(b'abc').__getstate__(),lambda:B().writelines([b'a',b'b']),lambda:B().writelines(['a']),lambda:B().writelines(5),
 lambda:S(),lambda:S('abc').read(),lambda:S(b'x'),lambda:S(5),lambda:S(None).read(),lambda:S('a\r\nb\rc\n').read(),lambda:S('a\r\nb\rc\n',newline=None).read(),lambda:S('a\r\nb\rc\n',newline='').read(),lambda:S('a\r\nb\rc\n',newline='\r\n').read(),lambda:S('a\nb',newline='\r').read(),lambda:S('a',newline='x'),lambda:S('a',newline=5),lambda:S('a\r\nb\rc\n',newline='').readlines(),lambda:S('a\r\nb\rc\n').readlines(),lambda:S('a\r\nb\rc\n',newline='\r').readlines(),lambda:S('a\r\nb\rc\n',newline='\r\n').readlines(),lambda:S('a\r\nb\rc\n',newline=None).readlines(),
 lambda:S('héllo').read(2),lambda:S('abc').read('x'),lambda:S('ab\ncd').readline(),lambda:S('ab\ncd').readline(1),lambda:S('ab\ncd').readline(-1),lambda:list(S('a\nb')),lambda:S().write(b'x'),lambda:S().write(5),lambda:S().write('héé'),lambda:S('abc').seek(-1),lambda:S('abc').seek(1,1),lambda:S('abc').seek(0,1),lambda:S('abc').seek(1,2),lambda:S('abc').seek(0,2),lambda:S('abc').seek(0,3),lambda:S('abc').seek(9),lambda:S('abc').truncate(1),lambda:S('abc').truncate(-1),lambda:S('abc').truncate('x'),lambda:S('abc').truncate(),
 lambda:S().line_buffering,lambda:S().newlines,lambda:S('a\r\nb\n',newline=None).newlines,lambda:S('a\r\nb\n\r',newline=None).newlines,lambda:S().encoding,lambda:S().errors,lambda:S('x').__getstate__(),lambda:S().fileno(),lambda:S().detach(),lambda:S().isatty(),lambda:S().readable(),lambda:S('a','\n','x'),
 lambda:io.SEEK_SET, lambda:io.DEFAULT_BUFFER_SIZE, lambda:io.UnsupportedOperation.__mro__, lambda:isinstance(B(),io.IOBase), lambda:isinstance(S(),io.TextIOBase), lambda: isinstance(B(), io.BufferedIOBase), lambda: isinstance(B(), io.RawIOBase),
 lambda: io.text_encoding(None), lambda: io.text_encoding('x')]:
    t(f)
