# Exceptions that native modules raise have the one that is being handled as their context.
import _thread
import io
import pickle
import struct


def amid(function, *arguments):
    try:
        try:
            raise KeyError(1)
        except KeyError:
            function(*arguments)
    except BaseException as error:
        print(type(error).__name__, "in", repr(error.__context__))


amid(struct.unpack, "i", b"")
amid(pickle.loads, b"abc")
amid(b"\xff".decode)
amid("\xff".encode, "ascii")
amid(_thread.exit)
amid(exit)
amid(io.StringIO().fileno)
amid(open, "/no/such/file")
amid(int, "x")
amid(__import__, "no_such_module")
