# The names of the module, and arguments of its functions.
import pickle

print(sorted(pickle.__all__))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, pickle.format_version, pickle.compatible_formats, pickle.bytes_types)
for name in pickle.__all__:
    if name.isupper():
        print(name, getattr(pickle, name))
print(pickle.PickleError.__mro__, pickle.PicklingError.__mro__, pickle.UnpicklingError.__mro__)
print(pickle.Pickler, pickle.Unpickler, pickle.dumps, pickle.loads, pickle.dumps.__module__)
print(repr(pickle.PicklingError("x", 1)), repr(pickle.UnpicklingError()))
for x in (0, 1, -1, 127, 128, -128, -129, 255, 256, 2**64):
    print(pickle.encode_long(x), pickle.decode_long(pickle.encode_long(x)))


def fails(f):
    try:
        print(f())
    except Exception as e:
        print(repr(e))


fails(lambda: pickle.dumps(1, 6))
fails(lambda: pickle.dumps(1, -1))
fails(lambda: pickle.dumps(1, None))
fails(lambda: pickle.dumps(1, "x"))
fails(lambda: pickle.dumps(1, protocol=2, fix_imports=False))
fails(lambda: pickle.dumps())
fails(lambda: pickle.dump(1, 5))
fails(lambda: pickle.load(5))
fails(lambda: pickle.loads(b"N.", fix_imports=True, encoding="ASCII", errors="strict", buffers=None))
fails(lambda: pickle.whichmodule(len, "len"))
