# help() of modules
import types

source = '''"""The summary.

The description
of several lines."""

__version__ = "1.2"
__author__ = "Somebody"
LIMIT = 3
_hidden = 4
TABLE = {"a": [1, 2, 3], "b": "c" * 80}


class A:
    "Doc of A."


class B(A):
    def m(self):
        "Doc of m."


class E(A):
    def __init__(self, a):
        "Doc of init."

    def __str__(self):
        "Doc of str."


def f(x):
    "Doc of f."


def _g():
    pass


h = lambda: 0
'''
made = types.ModuleType("made")
import sys

sys.modules["made"] = made
exec(source, made.__dict__)
made.__doc__ = "The summary.\n\nThe description\nof several lines."
help(made)
made.__file__ = "/nowhere/made.py"
made.__all__ = ["f", "LIMIT", "B"]
help(made)
help("made.B.m")
help("made.f")
