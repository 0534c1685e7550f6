# by hand
# Hooks that do what they should not: change what is being written or read, come back in, or answer nonsense.
import pickle


class File:
    def __init__(self, data=b""):
        self.data = data

    def write(self, data):
        self.data += data

    def read(self, n):
        part, self.data = self.data[:n], self.data[n:]
        return part

    def readline(self):
        return self.read(self.data.find(b"\n") + 1 or len(self.data))


def tries(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__)
    else:
        print("done")


class Recursive(pickle.Pickler):
    def persistent_id(self, value):
        self.dump(value)


tries(lambda: Recursive(File()).dump([1]))


class Clears(pickle.Pickler):
    def persistent_id(self, value):
        self.clear_memo()


tries(lambda: Clears(File()).dump([1]))


class Inits(pickle.Pickler):
    def persistent_id(self, value):
        self.__init__(File(), 0)


tries(lambda: Inits(File()).dump([[1], [2]]))


class Reads(pickle.Unpickler):
    def find_class(self, module, name):
        return self.load()


tries(lambda: Reads(File(b"cx\ny\nN.")).load())


class Reinits(pickle.Unpickler):
    def find_class(self, module, name):
        self.__init__(File(b"N."))
        self.memo = {}
        return list


tries(lambda: Reinits(File(b"cx\ny\n)R.")).load())


class Hash:
    def __init__(self):
        self.x = 1

    def __hash__(self):
        raise KeyError("hash")


tries(lambda: pickle.loads(pickle.dumps({1: 2}).replace(b"K\x01", b"]")))
for value in ({(): Hash()}, [Hash()], (Hash(),)):
    tries(lambda: pickle.loads(pickle.dumps(value)))


class Meta(type):
    def __hash__(cls):
        raise RuntimeError("hash of a class")


class Unhashable(metaclass=Meta):
    pass


tries(lambda: pickle.dumps(Unhashable()))


class Lies:
    def __class__(self):
        return int

    def __reduce_ex__(self, protocol):
        return object.__reduce_ex__(self, protocol)

    __class__ = property(__class__)


tries(lambda: pickle.dumps(Lies()))


class Grows(list):
    def extend(self, items):
        items.extend(items)
        list.extend(self, items)


tries(lambda: pickle.loads(pickle.dumps(Grows([1, 2, 3]))))


class SetState:
    def __init__(self):
        self.x = [1]

    def __setstate__(self, state):
        state.clear()
        self.__class__ = int


tries(lambda: pickle.loads(pickle.dumps(SetState())))


class Deletes:
    def __del__(self):
        items.clear()


items = []
items.extend([Deletes, items, Deletes])
tries(lambda: pickle.loads(pickle.dumps(items)))


class BadWrite:
    def write(self, data):
        return "nonsense"


class ShortRead(File):
    def read(self, n):
        return b""


class LongRead(File):
    def read(self, n):
        return b"N." * 1000


tries(lambda: pickle.dump([1] * 100000, BadWrite()))
tries(lambda: pickle.load(ShortRead()))
tries(lambda: print(pickle.load(LongRead())))
state = {"x": 1}
again = pickle.loads(pickle.dumps(state))


class Slots:
    __slots__ = ("a",)


tries(lambda: pickle.loads(b"c__main__\nSlots\n)\x81}X\x01\0\0\0aK\x01sb."))
tries(lambda: pickle.loads(b"c__main__\nSlots\n)\x81N}X\x01\0\0\0zK\x01s\x86b."))
tries(lambda: pickle.loads(b"c__main__\nSlots\n}X\x01\0\0\0aK\x01sb."))
tries(lambda: pickle.loads(b"cbuiltins\nlen\n}X\x01\0\0\0aK\x01sb."))
tries(lambda: pickle.loads(b"cbuiltins\nobject\n)\x81}X\x01\0\0\0aK\x01sb."))
for name in (b"object", b"type", b"int", b"property", b"memoryview", b"super", b"slice", b"zip", b"map", b"classmethod", b"BaseException", b"reversed"):
    for arguments in (b")", b"N\x85", b"(NNNNt"):
        try:
            made = pickle.loads(b"cbuiltins\n" + name + b"\n" + arguments + b"\x81.")
            repr(made)
        except Exception:
            pass
for module, name in ((b"_pickle", b"Pickler"), (b"_pickle", b"Unpickler"), (b"_pickle", b"PickleBuffer"), (b"_struct", b"Struct"), (b"collections", b"deque")):
    tries(lambda: pickle.loads(b"c" + module + b"\n" + name + b"\n)\x81."))
