# What a finaliser raises is told of by itself: no marks below the lines, no context, no notes, no parts of a group.
import io
import sys


class Raises:
    def __init__(self, function):
        self.function = function

    def __del__(self):
        self.function()


def with_context():
    try:
        {}["x"]
    except KeyError:
        (1 +
         0 / 0)


def with_cause():
    raise ValueError("text") from KeyError(1)


def deep(n=6):
    if n:
        deep(n - 1)
    raise ValueError


def group():
    error = ExceptionGroup("group", [ValueError(1)])
    error.add_note("note")
    raise error


def syntax():
    eval("1 +")


class Mute(Exception):
    def __str__(self):
        raise ValueError


def mute():
    raise Mute


for function in with_context, with_cause, deep, group, syntax, mute:
    sys.stderr = io.StringIO()
    Raises(function)
    text, sys.stderr = sys.stderr.getvalue(), sys.__stderr__
    for line in text.splitlines()[1:]:
        print(line.replace(__file__, "script"))
