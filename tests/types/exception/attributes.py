# Setting args, __cause__, __context__, __traceback__, notes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


e = ValueError("a", 1)
e.args = [5]
print(e, repr(e), e.args)
e.args = "xyz"
print(e.args, str(e))
e.new = 5
print(e.new, e.__dict__)
def put(name, value): setattr(e, name, value)
for name, value in [("args", 5), ("__cause__", 5), ("__cause__", ValueError), ("__context__", "x"), ("__traceback__", 5), ("__suppress_context__", "x"), ("__suppress_context__", 1), ("__dict__", 5), ("__notes__", 5)]:
    show(put, name, value)
for name in ("args", "__cause__", "__context__", "__traceback__", "new", "missing"):
    show(delattr, e, name)
f = KeyError("f")
e.__cause__ = f
print(repr(e.__cause__), e.__suppress_context__, repr(e.__context__))
e.__cause__ = None
print(e.__cause__)
show(ValueError().add_note, 5)
g = ValueError("g")
show(lambda: g.__notes__)
g.add_note("first")
g.add_note("second")
print(g.__notes__, g.__dict__)
g.__notes__ = "not a list"
show(g.add_note, "x")
h = g.with_traceback(None)
print(h is g)
show(g.with_traceback, 5)
try:
    raise g
except ValueError as caught:
    print(caught is g, caught.__traceback__ is not None, caught.__traceback__.tb_lineno > 0, caught.__traceback__.tb_next, caught.__traceback__.tb_frame.f_code.co_name)
    tb = caught.__traceback__
show(setattr, tb, "tb_next", tb)
show(setattr, tb, "tb_next", 5)
tb.tb_next = None
print(type(tb).__name__, tb.tb_lasti >= 0)
s = SystemExit(1)
s.code = 5
s.args = (7,)
print(s.code, s.args)
k = StopIteration(1)
k.value = "changed"
print(k.value, k.args)
o = OSError(2, "msg")
o.errno = 5
print(o, o.args, type(o).__name__)
u = UnicodeDecodeError("utf-8", b"abc", 0, 1, "r")
u.start, u.end, u.reason, u.object = 1, 3, "changed", b"xyz"
print(u)
u.start = 100
print(u.start, u.end)
x = SyntaxError("m", ("f", 1, 2, "t"))
x.msg = "changed"; x.lineno = 9
print(x, x.args)
