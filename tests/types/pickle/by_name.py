# Functions and classes go by module and name, which have to lead back to them.
import math
import pickle


class Outer:
    class Inner:
        class Core:
            pass

        def method(self):
            pass


class Ж:
    class В:
        pass


def function():
    return 1


for value in [int, len, function, Outer, Outer.Inner, Outer.Inner.Core, Outer.Inner.method, Outer.Inner().method]:
    for protocol in range(6):
        print(pickle.dumps(value, protocol))
    if value is not Outer.Inner().method:
        pickle.loads(pickle.dumps(value))
for value in [[].append, "x".join, dict.fromkeys, str.join, int.__add__, object.__init__, (3).__add__, object.__new__]:
    for protocol in (2, 4):
        print(pickle.dumps(value, protocol))
for value in [type(None), type(...), type(NotImplemented), ..., NotImplemented, math.sin]:
    for protocol in range(6):
        print(pickle.dumps(value, protocol))
        assert pickle.loads(pickle.dumps(value, protocol)) is value
print(pickle.dumps([Outer, Outer.Inner.Core, Outer.Inner, Outer.Inner.Core], 3))
print(pickle.dumps([len, int, print, str, ValueError, type]))
for protocol in range(6):
    for value in (Ж, Ж.В):
        try:
            print(pickle.dumps(value, protocol))
        except pickle.PicklingError as e:
            print(protocol, e)


def local():
    class Hidden:
        pass

    return Hidden


def fails(value):
    for protocol in (0, 2, 4):
        try:
            pickle.dumps(value, protocol)
        except Exception as e:
            text = str(e)
            if " at 0x" in text:
                text = text.split(" at 0x")[0] + text[text.rindex(">:") :]
            print(type(e).__name__, text, e.__context__, e.__cause__)


fails(lambda: 0)
fails(local())
old = function


def function():
    return 2


fails(old)
old.__qualname__ = "missing"
fails(old)
old.__qualname__ = "Outer.missing"
fails(old)
old.__module__ = "no_such_module"
fails(old)
old.__module__ = None
old.__qualname__ = "found"
found = old
fails(old)
fails(pickle)


def reads(data, **options):
    try:
        print(pickle.loads(data, **options))
    except Exception as e:
        print(type(e).__name__, str(e).split(" from ")[0])


reads(b"c__main__\nmissing\n.")
reads(b"c__main__\nOuter.Inner\n.")
reads(b"\x80\x04\x8c\x08__main__\x8c\x0bOuter.Inner\x93.")
reads(b"\x80\x04\x8c\x08__main__\x8c\x0dOuter.missing\x93.")
reads(b"\x80\x04\x8c\x08__main__\x8c\x0cA.<locals>.x\x93.")
reads(b"cno_such_module\nname\n.")
reads(b"\x80\x04\x8c\x00\x8c\x01x\x93.")
