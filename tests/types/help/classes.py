# help() of classes and instances
class Plain:
    pass


class Base:
    """Doc of Base.

    More.
    """

    x = 1
    text = "y" * 100

    def __init__(self, q, *, r=2):
        "Makes a Base."

    def b(self):
        pass

    def a(self, v) -> int:
        """Does a."""

    @property
    def read(self):
        "Read-only."

    @property
    def write(self):
        "Writable."

    @write.setter
    def write(self, value):
        pass

    @classmethod
    def make(cls, n):
        "Makes."

    @staticmethod
    def free():
        pass

    def _hidden(self):
        pass

    def __len__(self):
        "How long."


class Slots:
    __slots__ = ("s", "t")


class Derived(Base):
    "Doc of Derived."

    y = [1, 2]
    annotated: int = 3

    def b(self):
        "Now with doc."

    a2 = Base.a
    b2 = b


class Both(Derived, Slots):
    pass


class Documented:
    __slots__ = {"d": "The doc of d."}

    def __call__(self, x):
        "Called."


for thing in (Plain, Base, Slots, Derived, Both, Documented, Base(1), Plain()):
    help(thing)
