# Docstrings lose their common indentation at compile time.
def f():
    """First line.

    Indented body.
        Deeper.

    Last.
    """


def g():
    """    leading spaces
      two more
    """


def h(): "one line"


class C:
    '''Class doc.
    
    Body.'''
    def m(self):
        """
        Starts on the second line.
        \tTab escape.
        """


for o in (f, g, h, C, C.m):
    print(repr(o.__doc__))
exec('"""Module doc.\n   indented\n"""\nprint(repr(__doc__))', {})
def k():
    "a" "b"
def l():
    ("parenthesised")
def n():
    r"""raw \d
      x"""
def o():
    """tabs
	one tab
		two tabs"""
for fn in (k, l, n, o): print(repr(fn.__doc__))
lam = lambda: 'not a doc'
print(lam.__doc__, (lambda: 0).__doc__)
class Empty: pass
class Sub(C): pass
print(Empty.__doc__, Sub.__doc__, C().m.__doc__ == C.m.__doc__)
