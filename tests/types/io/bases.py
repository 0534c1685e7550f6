# The bases of files, for files of scripts.
import io


def t(f):
    try:
        value = repr(f())
        print(value.split(" at 0x")[0])
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e)


B = io.BytesIO
S = io.StringIO
print(B.__mro__, S.__mro__)
class LB(io.BufferedIOBase): pass
t(lambda: LB().read()); t(lambda: LB().write(b'')); t(lambda: io.IOBase().readable()); t(lambda: io.IOBase().seek(0)); t(lambda: io.IOBase().tell()); t(lambda: io.IOBase().truncate()); t(lambda: io.IOBase().fileno()); t(lambda: io.IOBase().readline())
class R(io.RawIOBase):
    def __init__(s): s.d=b'line1\nline2\nrest'
    def readable(s): return True
    def readinto(s,b): n=min(len(b),4,len(s.d)); b[:n]=s.d[:n]; s.d=s.d[n:]; return n
print(R().read(3), R().readall(), R().readline(), list(R()), R().readlines(7))
