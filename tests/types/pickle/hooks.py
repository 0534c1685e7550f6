# Persistent ids, dispatch tables, reducer_override and find_class.
import copyreg
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


class Plain:
    pass


class Tells(pickle.Pickler):
    def persistent_id(self, value):
        if not isinstance(value, (Plain, list)):
            print("asked for", getattr(value, "__qualname__", value))


one = Plain()
one.a = 1
two = Plain()
for protocol in (0, 2, 4):
    Tells(File(), protocol).dump([one, two, (1, 2), {"a": 1.5}, b"x", bytearray(b"y")])


class Ids(pickle.Pickler):
    def persistent_id(self, value):
        return f"id {value.a}" if isinstance(value, Plain) else None


class Objects(pickle.Unpickler):
    def persistent_load(self, pid):
        return "object of", pid


for protocol in range(6):
    file = File()
    Ids(file, protocol).dump([one, 1, one])
    print(file.data, Objects(file).load())
for base in (pickle.Pickler(File()), pickle.Unpickler(File())):
    for name in ("persistent_id", "persistent_load"):
        try:
            setattr(base, name, print)
        except AttributeError as e:
            print(e)
file = File()
pickler = Ids(file, 4)
pickler.persistent_id = lambda value: value if value == "me" else None
pickler.dump(["me", "you"])
unpickler = Objects(file)
unpickler.persistent_load = lambda pid: [pid]
print(file.data, unpickler.load())


class NotAscii(pickle.Pickler):
    def persistent_id(self, value):
        return "é"


try:
    NotAscii(File(), 0).dump(1)
except pickle.PicklingError as e:
    print(e)
for data in (b"Pid\n.", b"P\xff\n.", b"NQ."):
    try:
        pickle.loads(data)
    except pickle.UnpicklingError as e:
        print(e)


class Super(pickle.Pickler):
    def persistent_id(self, value):
        return super().persistent_id(value)


file = File()
Super(file).dump([1])
print(file.data)


def reduce_plain(value):
    return tuple, ((1, 2),)


class Table(pickle.Pickler):
    dispatch_table = {Plain: reduce_plain}


class Lookup:
    def __getitem__(self, cls):
        if cls is Plain:
            return reduce_plain
        raise KeyError(cls)


file = File()
Table(file).dump([one, 1j])
pickler = pickle.Pickler(file)
pickler.dispatch_table = Lookup()
pickler.dump([one, Ids])
print(file.data)
try:
    pickle.Pickler(File()).dispatch_table
except AttributeError as e:
    print(e)
copyreg.pickle(Plain, reduce_plain)
print(pickle.loads(pickle.dumps([one, two])))
del copyreg.dispatch_table[Plain]
print(type(pickle.loads(pickle.dumps(one))))


class Override(pickle.Pickler):
    def reducer_override(self, value):
        if value is one:
            return "one"
        if value is two:
            return tuple, ([5],)
        if value is Ids:
            return 5
        return NotImplemented


file = File()
Override(file).dump([one, two, Plain, len])
print(file.data)
try:
    Override(file).dump(Ids)
except pickle.PicklingError as e:
    print(e)


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        print("asked for", module, name)
        if module == "builtins":
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


for protocol in (0, 2, 4):
    for value in (len, one, range(3)):
        try:
            print(Restricted(File(pickle.dumps(value, protocol))).load())
        except pickle.UnpicklingError as e:
            print(e)
for protocol in (0, 2, 4):
    print(pickle.Unpickler(File()).find_class("builtins", "len"))


class Again(pickle.Pickler):
    def persistent_id(self, value):
        if value == "again":
            try:
                self.memo.copy()
            except RuntimeError:
                print("refused")


Again(File()).dump([1, 2])


class Raises(pickle.Pickler):
    def persistent_id(self, value):
        raise KeyError(value)


pickler = Raises(File())
for _ in range(2):
    try:
        pickler.dump(1)
    except KeyError as e:
        print(repr(e))
