# OSError subclasses by errno, UnicodeError fields, SyntaxError fields, StopIteration in depth
for errno in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 114, 115, 999, 0, -1):
    e = OSError(errno, "message", "file")
    print(errno, type(e).__name__, e.errno, e.strerror, e.filename, str(e), e.args)
print(type(OSError("x")).__name__, type(OSError(2)).__name__, str(OSError(2)), OSError(2).errno, type(FileNotFoundError(13, "x")).__name__, FileNotFoundError(13, "x").errno, type(OSError(2, "m", "f", None, "g")).__name__, str(OSError(2, "m", "f", None, "g")), OSError(2, "m", "f", None, "g").filename2, repr(OSError(2, "m", "f")))
class Mine(OSError): pass
print(type(Mine(2, "x")).__name__, Mine(2, "x").errno, str(Mine(2, "x", b"bytes")), BlockingIOError(1, 2, 3).characters_written, issubclass(ConnectionResetError, ConnectionError), ConnectionResetError(104, "x").errno)
try:
    OSError(2, "x").characters_written
except AttributeError as error:
    print(error)
e = OSError(2, "m")
e.filename = "later"
e.strerror = "changed"
print(e, e.args)
e.errno = None
print(e)
u = UnicodeEncodeError("enc", "abc", 1, 2, "reason")
print(u.encoding, u.object, u.start, u.end, u.reason, u.args)
u.reason = "changed"; u.start = 0
print(u)
for args in [("ascii", "x", 0, 1), ("ascii", "x", "0", 1, "r"), (1, "x", 0, 1, "r"), ("ascii", "x", 0, 1, 5)]:
    try:
        print(UnicodeEncodeError(*args))
    except TypeError as error:
        print(error)
s = SyntaxError("msg", ("file", 3, 7, "the text\n", 3, 9))
print(s.msg, s.filename, s.lineno, s.offset, repr(s.text), s.end_lineno, s.end_offset, s.print_file_and_line, s, repr(s), s.args)
print(SyntaxError("only"), SyntaxError("m", ("f", None, None, None)), SyntaxError("m", ("dir/f.py", 5, 1, "x")), SyntaxError().lineno)
for bad in [("m", ()), ("m", (1,)), ("m", "abcd"), ("m", ("f", 1, 2, "t", 3)), ("m", None)]:
    try:
        print(repr(SyntaxError(*bad)))
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
i = ImportError("m", name="n", path="p")
print(i.name, i.path, i.msg, i, repr(i), ImportError().msg, ImportError("a", "b").msg, ModuleNotFoundError(name="x").name)
n = NameError("m", name="n")
a = AttributeError("m", name="n", obj=[1])
print(n.name, a.name, a.obj, AttributeError().name, AttributeError("m").obj, KeyError("k", 1), str(KeyError("k")), str(KeyError("k", 1)))
for x in (StopIteration(), StopIteration(None), StopIteration(1, 2), StopIteration((1, 2)), SystemExit(), SystemExit(1), SystemExit("a", "b"), StopAsyncIteration(5)):
    print(repr(x), getattr(x, "value", "no value"), getattr(x, "code", "no code"))
