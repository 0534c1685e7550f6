# Endless recursion through the hooks of class creation

def caught(name, function):
    try:
        function()
    except RecursionError:
        print(name, "RecursionError caught")
    else:
        print(name, "came back")


class New:
    def __new__(cls): return New()
class Init:
    def __init__(self): Init()
class InitSubclass:
    def __init_subclass__(cls): type("Sub", (InitSubclass,), {})
class ClassGetItem:
    def __class_getitem__(cls, item): return cls[item]
class SetName:
    def __set_name__(self, owner, name): type("Owner", (), {"d": SetName()})
class Prepare(type):
    @classmethod
    def __prepare__(mcs, name, bases): return mcs.__prepare__(name, bases)
class MetaNew(type):
    def __new__(mcs, name, bases, ns): return mcs(name, bases, ns)
class MetaInit(type):
    def __init__(cls, name, bases, ns): MetaInit(name, bases, ns)
class Mro(type):
    def mro(cls): return Mro("M", (), {}).__mro__
class Entries:
    def __mro_entries__(self, bases): return define(self)
def define(base):
    class X(base): pass
def prepare():
    class X(metaclass=Prepare): pass
for name, f in [("new", New), ("init", Init), ("init_subclass", lambda: type("S", (InitSubclass,), {})), ("class_getitem", lambda: ClassGetItem[0]), ("set_name", lambda: type("O", (), {"d": SetName()})), ("prepare", prepare), ("metaclass new", lambda: MetaNew("X", (), {})), ("metaclass init", lambda: MetaInit("X", (), {})), ("mro", lambda: Mro("X", (), {})), ("mro_entries", lambda: define(Entries()))]:
    caught(name, f)
class Enter:
    def __enter__(self):
        with self: pass
    def __exit__(self, *args): pass
class Exit:
    def __enter__(self): pass
    def __exit__(self, *args):
        with self: pass
def use(cm):
    with cm: pass
caught("enter", lambda: use(Enter()))
caught("exit", lambda: use(Exit()))
class Await:
    def __await__(self): return wait(self).__await__()
async def wait(x): await x
caught("await", lambda: wait(Await()).send(None))
class Aiter:
    def __aiter__(self): return aiter(self)
    def __anext__(self): return anext(self)
caught("aiter", lambda: aiter(Aiter()))
caught("anext", lambda: anext(Aiter()))
