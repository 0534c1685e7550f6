# cleandoc() and getdoc()
import inspect

for text in (
    "one",
    "  one  ",
    "one\n    two\n      three\n    ",
    "\n    first\n      second\n\n    third\n",
    "one\n\ttabbed\n\t  more",
    "",
    "\n\n",
    "a\nb\n  c",
):
    print(repr(inspect.cleandoc(text)))


class A:
    """Class A.

    Indented.
    """

    def m(self):
        """Method
        of A."""

    @property
    def p(self):
        """Property of A."""

    x = 5


class B(A):
    def m(self):
        pass

    @property
    def p(self):
        pass


class S:
    __slots__ = {"a": "Slot a.", "b": None}


for thing in (A, B, A.m, B.m, B().m, A.p, B.p, A.x, S.a, S.b, len.__class__.__name__, None):
    doc = inspect.getdoc(thing)
    print(repr(doc) if not isinstance(thing, (int, str, type(None))) else isinstance(doc, (str, type(None))))
print(inspect.indentsize("    x"), inspect.indentsize("\tx"))
