# Endless recursion through attribute methods and descriptors

def caught(name, function):
    try:
        function()
    except RecursionError:
        print(name, "RecursionError caught")
    else:
        print(name, "came back")


class GetAttr:
    def __getattr__(self, name): return getattr(self, name + "x")
class GetAttribute:
    def __getattribute__(self, name): return self.x
class SetAttr:
    def __setattr__(self, name, value): self.x = value
class DelAttr:
    def __delattr__(self, name): del self.x
class Desc:
    def __get__(self, obj, owner): return owner.d
    def __set__(self, obj, value): obj.d = value
    def __delete__(self, obj): del obj.d
class HasDesc: d = Desc()
class Prop:
    @property
    def p(self): return self.p
    @p.setter
    def p(self, value): self.p = value
    @p.deleter
    def p(self): del self.p
class SetItem:
    def __setitem__(self, key, value): self[key] = value
    def __delitem__(self, key): del self[key]
    def __getitem__(self, key): return self[key]
class Call:
    def __call__(self): return self()
class Meta(type):
    def __getattr__(cls, name): return getattr(cls, name)
    def __call__(cls): return cls()
    def __instancecheck__(cls, obj): return isinstance(obj, cls)
    def __subclasscheck__(cls, sub): return issubclass(sub, cls)
    def __len__(cls): return len(cls)
    def __getitem__(cls, key): return cls[key]
class WithMeta(metaclass=Meta): pass
def setting(): SetAttr().y = 1
def deleting(): del DelAttr().y
def set_desc(): HasDesc().d = 1
def del_desc(): del HasDesc().d
def set_prop(): Prop().p = 1
def del_prop(): del Prop().p
def set_item(): SetItem()[0] = 1
def del_item(): del SetItem()[0]
for name, f in [("getattr", lambda: GetAttr().x), ("getattribute", lambda: GetAttribute().y), ("setattr", setting), ("delattr", deleting), ("get", lambda: HasDesc().d), ("get on class", lambda: HasDesc.d), ("set", set_desc), ("delete", del_desc), ("property", lambda: Prop().p), ("property set", set_prop), ("property delete", del_prop), ("getitem", lambda: SetItem()[0]), ("setitem", set_item), ("delitem", del_item), ("call", Call()), ("meta getattr", lambda: WithMeta.x), ("meta call", lambda: WithMeta()), ("instancecheck", lambda: isinstance(1, WithMeta)), ("subclasscheck", lambda: issubclass(int, WithMeta)), ("meta len", lambda: len(WithMeta)), ("meta getitem", lambda: WithMeta[0]), ("hasattr", lambda: hasattr(GetAttribute(), "x")), ("getattr default", lambda: getattr(GetAttribute(), "x", 1))]:
    caught(name, f)
class Chain:
    pass
Chain.__call__ = Chain()
caught("call chain", lambda: Chain()())
