# Script exceptions: __init__, __str__, __new__, multiple inheritance, slots

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class E(Exception):
    def __init__(self, code, *, detail=None):
        super().__init__(f"code {code}")
        self.code, self.detail = code, detail
e = E(5, detail="d")
print(e, repr(e), e.args, e.code, e.detail, e.__dict__)
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
print(NoSuper(1, 2), repr(NoSuper(1, 2)), NoSuper(1, 2).args)
class S(Exception):
    def __str__(self): return "custom str"
class R(Exception):
    def __repr__(self): return "custom repr"
print(S(1), repr(S(1)), f"{S(1)}", R(1), repr(R("a")), [R(1)])
class Multi(KeyError, AttributeError): pass
class Multi2(ValueError, KeyError): pass
print(Multi("x"), str(Multi("x")), Multi.__mro__[:3] == (Multi, KeyError, LookupError), isinstance(Multi(), AttributeError), Multi(1).args, str(Multi2("x")))
show(lambda: type("Bad", (OSError, SyntaxError), {}))
show(lambda: type("Bad", (StopIteration, SystemExit), {}))
show(lambda: type("Ok", (Exception, dict), {}))
class New(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = True
        return self
print(New(1).made, New(1, 2).args)
class Slots(Exception):
    __slots__ = ("a",)
s = Slots(1)
s.a = 2
s.b = 3
print(s.a, s.b, s.__dict__)
class Os(OSError):
    def __init__(self, *args, extra=None):
        super().__init__(*args)
        self.extra = extra
print(Os(2, "x", extra=1), type(Os(2, "x")).__name__, Os(2, "x", extra=3).errno)
class Meta(type): pass
class M(Exception, metaclass=Meta): pass
try:
    raise M
except Exception as error:
    print(type(type(error)).__name__)
try:
    raise E
except TypeError as error:
    print(error)
class NotExc: pass
def do(x): raise x
for thing in (NotExc, NotExc(), 5, None, "text", int, E, type):
    show(do, thing)
class Weird(Exception):
    def __new__(cls): return 5
show(do, Weird)
class Sub(KeyError):
    def __str__(self): return "plain"
print(Sub("k"), repr(Sub("k")))
class Init(Exception):
    def __init__(self): raise LookupError("in init")
show(do, Init)
