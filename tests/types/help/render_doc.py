# pydoc: render_doc(), plain(), locate(), describe()
import pydoc


class C:
    """Doc."""

    __slots__ = ()

    def m(self):
        "Of m."


def f(a):
    "Of f."


print(repr(pydoc.render_doc(f)))
print(repr(pydoc.plain(pydoc.render_doc(C))))
print(pydoc.render_doc(C.m, renderer=pydoc.plaintext))
print(repr(pydoc.render_doc(f, title="%s")))
print(pydoc.locate("builtins.str.join") is str.join, pydoc.locate("no.such"), pydoc.locate("len") is len)
import linecache

for thing in (linecache, len, str, f, C.m, C().m, 5, type.__dict__["__doc__"], str.join):
    print(pydoc.describe(thing))
print(pydoc.getdoc(C), pydoc.splitdoc("a\n\nb\nc"), pydoc.splitdoc("a\nb"), pydoc.splitdoc("a"))
print([bool(pydoc.visiblename(n)) for n in ("_x", "x", "__init__", "__doc__")])
pydoc.doc(f)
try:
    pydoc.render_doc("no.such.thing")
except ImportError as e:
    print(e)
