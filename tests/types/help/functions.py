# help() of functions and methods
import functools


def function(a, b: int = 1, *args, c=None, **kw) -> str:
    """First line.

    More lines
      with indentation.
    """


def bare(x):
    pass


# A comment in place of
# a docstring.
def commented():
    pass


async def coroutine():
    "Doc."


def long(first_parameter_of_many=1, second_parameter_of_many=2, third_parameter_of_many=3):
    "Doc."


class C:
    def method(self, x):
        """Of C."""

    @classmethod
    def make(cls, y):
        "Makes one."

    @staticmethod
    def free(z):
        "Needs none."

    @property
    def prop(self):
        "A property."

    alias = method


class D(C):
    def method(self, x):
        pass


@functools.wraps(function)
def wrapper(*args):
    pass


for thing in (
    function, bare, commented, coroutine, long, lambda q, r=2: q, C.method, C().method, C.make, C().make, C.free, C.prop,
    C.alias, D.method, D().method, wrapper,
):
    help(thing)
print(repr(help), type(help).__name__)
help("no such thing")
