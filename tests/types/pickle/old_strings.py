# Pickles of Python 2: byte strings in an encoding, and names that have changed.
import pickle


def reads(data, **options):
    try:
        print(repr(pickle.loads(data, **options)))
    except Exception as e:
        print(type(e).__name__, e)


for data in (b"S'a\\xff'\n.", b"U\x02a\xff.", b"T\x02\x00\x00\x00a\xff."):
    reads(data)
    reads(data, encoding="latin1")
    reads(data, encoding="bytes")
    reads(data, errors="replace")
    reads(data, encoding="utf-8", errors="surrogateescape")
    reads(data, encoding="no such")
    reads(data, errors="no such")
    reads(data, encoding=5)
    reads(data, errors=b"x")
for name in (b"__builtin__\nxrange", b"__builtin__\nunicode", b"copy_reg\n_reconstructor", b"itertools\nimap", b"exceptions\nKeyError", b"Queue\nQueue", b"__builtin__\nreduce", b"exceptions\nStandardError"):
    data = b"c" + name + b"\n."
    for head in (b"", b"\x80\x02", b"\x80\x03"):
        try:
            print(pickle.loads(head + data).__qualname__)
        except Exception as e:
            print(type(e).__name__, str(e).split(" from ")[0].split(" (")[0])
    try:
        pickle.loads(data, fix_imports=False)
    except Exception as e:
        print(type(e).__name__, str(e).split(" from ")[0].split(" (")[0])
import functools
import queue

for value in (range, functools.reduce, queue.Queue, map, KeyError, TimeoutError, ModuleNotFoundError, str, int, bytes):
    for protocol in range(4):
        print(pickle.dumps(value, protocol), pickle.dumps(value, protocol, fix_imports=False))
import _compat_pickle as names

print(len(names.IMPORT_MAPPING), len(names.NAME_MAPPING), len(names.REVERSE_IMPORT_MAPPING), len(names.REVERSE_NAME_MAPPING))
for table in (names.IMPORT_MAPPING, names.NAME_MAPPING, names.REVERSE_IMPORT_MAPPING, names.REVERSE_NAME_MAPPING):
    for pair in sorted(table.items()):
        print(*pair)
