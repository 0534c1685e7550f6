# Streams of pickles: one memo for all of a Pickler, and files that are read no further than needed.
import pickle


class File:
    def __init__(self, data=b""):
        self.data = data
        self.asked = []

    def write(self, data):
        self.data += data
        return len(data)

    def read(self, n):
        part, self.data = self.data[:n], self.data[n:]
        self.asked.append(n)
        return part

    def readline(self):
        end = self.data.find(b"\n") + 1 or len(self.data)
        self.asked.append("line")
        part, self.data = self.data[:end], self.data[end:]
        return part


for protocol in range(6):
    file = File()
    pickle.dump([1, "two", (3.5,)], file, protocol)
    pickle.dump("next", file, protocol)
    file.data += b"rest"
    print(pickle.load(file), pickle.load(file), file.data)

shared = ["shared"]
for protocol in range(6):
    file = File()
    pickler = pickle.Pickler(file, protocol)
    pickler.dump(shared)
    pickler.dump([shared])
    pickler.clear_memo()
    pickler.dump(shared)
    print(file.data, pickler.bin, pickler.fast)
    unpickler = pickle.Unpickler(file)
    first, second = unpickler.load(), unpickler.load()
    print(first is second[0], unpickler.load())
    try:
        unpickler.load()
    except EOFError as e:
        print("EOFError", e)

pickler = pickle.Pickler(File())
pickler.dump([1, [2]])
print(sorted(pickler.memo.copy().values()), type(pickler.memo))
other = pickle.Pickler(File())
other.memo = pickler.memo
print(sorted(other.memo.copy().values()))
other.memo = {}
print(other.memo.copy())
pickler.memo.clear()
print(pickler.memo.copy(), pickler.memo.__reduce__())
unpickler = pickle.Unpickler(File(b"\x80\x04]\x94(K\x01]\x94K\x02ae."))
print(unpickler.load(), unpickler.memo.copy(), type(unpickler.memo))
again = pickle.Unpickler(File(b"h\x01."))
again.memo = unpickler.memo
print(again.load(), again.memo.copy())
again.memo.clear()
print(again.memo.copy())


def fails(f):
    try:
        f()
    except Exception as e:
        print(repr(e))


for bad in (5, "x", {1: 2}, {1: ("a", 2)}):
    fails(lambda: setattr(pickler, "memo", bad))
for bad in (5, "x", {"a": 2}, {-1: 2}):
    fails(lambda: setattr(unpickler, "memo", bad))
fails(lambda: delattr(unpickler, "memo"))
fails(lambda: delattr(pickler, "memo"))


class NoInit(pickle.Pickler):
    def __init__(self):
        pass


class NoInitEither(pickle.Unpickler):
    def __init__(self):
        pass


class BadRead(File):
    def read(self, n):
        return "text"


class Raises(File):
    def read(self, n):
        raise OSError("read")

    def write(self, data):
        raise OSError("write")


fails(lambda: NoInit().dump(1))
fails(lambda: NoInitEither().load())
fails(lambda: pickle.Pickler(5))
fails(lambda: pickle.Unpickler(5))
fails(lambda: pickle.load(BadRead(b"N.")))
fails(lambda: pickle.load(Raises(b"N.")))
fails(lambda: pickle.dump(1, Raises()))
fails(lambda: pickle.load(File(b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f.")))
fails(lambda: pickle.load(File(b"\x8e\x00\x00\x00\x00\x01\x00\x00\x00abc")))
fails(lambda: pickle.load(File(b"I12")))

cyclic = []
cyclic.append(cyclic)
pickler = pickle.Pickler(File())
pickler.fast = True
pickler.dump([shared, shared])
try:
    pickler.dump(cyclic)
except ValueError as e:
    print(str(e).split(" at ")[0])
