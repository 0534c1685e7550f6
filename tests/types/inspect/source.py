# getsource() and its kin on a script
# A second comment line.
import inspect


# About plain.
# More about it.
def plain(a,
          b):  # header
    """Doc
with text at the margin"""
    if a:
        x = [
            1,
        ]

        return x
    # The last comment is indented.
# This one is not.


@staticmethod
@classmethod
def decorated():
    pass


class C(
    object
):
    text = '''
not a statement: (
'''

    def method(self): return 1

    def other(self):
        def inner():
            return 2

        return inner

    x = lambda self: (
        3)
    y = 1


async def co():
    await co()

one = lambda a: a + 1; two = 2


class Empty: pass


for thing in (plain, C, C.method, C.other, C().other(), C.x, co, one, Empty, plain.__code__, decorated.__func__.__func__):
    lines, first = inspect.getsourcelines(thing)
    print(first, len(lines))
    print(inspect.getsource(thing), end="--\n")
print(repr(inspect.getcomments(plain)))
print(repr(inspect.getcomments(C)))
print(inspect.getsourcefile(plain) == inspect.getfile(C) == __file__)
print(inspect.getmodule(plain).__name__, inspect.getmodule(len).__name__, inspect.getmodule(inspect.currentframe()).__name__)
print(inspect.getmodulename("/a/b/name.py"), inspect.getmodulename("/a/b/name.txt"))
for thing in (len, 1, int, "x", list.append):
    try:
        inspect.getfile(thing)
    except TypeError as e:
        print(e)
exec("def made(): pass")
for thing in (made, type("Made", (), {})):
    try:
        inspect.getsource(thing)
    except OSError as e:
        print("OSError", e)
lines, first = inspect.findsource(inspect.currentframe())
print(lines[0], first, end="\n")
