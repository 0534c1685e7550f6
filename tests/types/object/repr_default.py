# Default repr and str of objects, classes, functions, modules, bound methods
class C:
    class Inner: pass
    def method(self): pass
def f():
    class Local: pass
    def inner(): pass
    return Local, inner
Local, inner = f()
def clean(text):
    head, sep, tail = text.partition(" at 0x")
    return head + (" at ADDRESS>" if sep else "") + (" of" + tail.split(" of", 1)[1].partition(" at 0x")[0] if " of" in tail else "")
for value in (C(), C, C.Inner, C.Inner(), Local, Local(), f, inner, lambda: 0, C.method, C().method, int, type, None, len, [].append, object(), type(f), Exception, ValueError("x"), (x for x in []), iter([]), range(3), super, property, slice(1), NotImplemented, f.__code__.__class__, str.join, "".join):
    print(clean(repr(value)))
import sys, math
print(repr(math)[:14], repr(sys)[:13], C.__qualname__, C.Inner.__qualname__, Local.__qualname__, inner.__qualname__, C.method.__qualname__)
class R:
    def __repr__(self): return f"<{type(self).__name__} with ' and \">"
print(R(), [R()], (R(),), {"k": R()}, {R()}, f"{R()!r:>25}|", "%s|%r|%a" % (R(), R(), R()))
class Meta(type):
    def __repr__(cls): return f"Meta:{cls.__name__}"
class M(metaclass=Meta): pass
print(M, [M], clean(repr(M())), type(M))
C.__module__ = "changed"
C.__qualname__ = "Renamed.C"
print(C, clean(repr(C())))
C.__module__ = 5
print(C)
