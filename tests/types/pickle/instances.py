# Instances: state, slots, arguments of __new__, subclasses of built-in types, and what reducers may answer.
import pickle


def show(*values):
    for value in values:
        for protocol in range(6):
            try:
                data = pickle.dumps(value, protocol)
            except TypeError as e:
                print(protocol, e)
                continue
            print(data)
            again = pickle.loads(data)
            assert type(again) is type(value)


class Plain:
    pass


def plain(**attributes):
    made = Plain()
    made.__dict__.update(attributes)
    return made


show(Plain(), plain(a=1), plain(a=1, b=[2]))
one = Plain()
one.x = 1
two = Plain()
two.x = 2
two.y = one
show([one, two, one, Plain()])
adopted = Plain()
adopted.__dict__ = one.__dict__
show([one, adopted], [adopted, one, two])
many = plain(**{f"name{i}": i for i in range(1000)})
print(pickle.dumps([Plain(), many])[-20:])
assert pickle.loads(pickle.dumps([one, many]))[1].__dict__ == many.__dict__
odd = Plain()
odd.__dict__[5] = 6
print(pickle.dumps([one, odd]), pickle.loads(pickle.dumps([one, odd]))[1].__dict__)
own = Plain()
own.__reduce_ex__ = lambda protocol: "own"
print(pickle.dumps([one, own]))
for protocol in (2, 4):
    texts = [pickle.loads(pickle.dumps([one, two, one], protocol)) for _ in range(2)]
    assert texts[0][0] is texts[0][2] and texts[0][1].y is texts[0][0]


class Slots:
    __slots__ = ("a", "b", "__private", "__weakref__")


class Both(Slots):
    pass


s = Slots()
s.a = 1
t = Both()
t.a, t.b, t.other = 1, [2], 3
show(Slots(), s, t)
again = pickle.loads(pickle.dumps(t))
print(again.a, again.b, again.other)


class State:
    def __getstate__(self):
        return "state"

    def __setstate__(self, state):
        self.got = state


class FalseState(State):
    def __getstate__(self):
        return None


class Args(int):
    def __new__(cls, value, extra=0):
        made = super().__new__(cls, value)
        made.extra = extra
        return made

    def __getnewargs__(self):
        return (int(self), self.extra)


class Names(int):
    def __new__(cls, value, *, extra=0):
        return super().__new__(cls, value)

    def __getnewargs_ex__(self):
        return ((int(self),), {"extra": 5})


show(State(), FalseState(), Args(3, 4), Names(7))


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    pass


class S(set):
    pass


class F(frozenset):
    pass


class B(bytes):
    pass


class A(bytearray):
    pass


class U(str):
    pass


class X(float):
    pass


l = L([1, 2])
l.tag = "l"
d = D(a=1)
d.tag = "d"
show(L(), l, D(), d, T((1, 2)), S([1]), F([1]), B(b"x"), A(b"y"), U("text"), X(2.5))
again = pickle.loads(pickle.dumps([l, d]))
print(again, again[0].tag, again[1].tag)


class Built:
    def __reduce__(self):
        return Target, (1,), {"state": 1}, iter([1, 2]), iter({"k": "v"}.items())


class Target(list):
    def __init__(self, *args):
        self.pairs = {}

    def __setitem__(self, key, value):
        self.pairs[key] = value


class Setter:
    def __reduce__(self):
        return Setter, (), {"a": 1}, None, None, set_state


def set_state(made, state):
    made.__dict__.update(state, by="setter")


class Named:
    def __reduce__(self):
        return "only"


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


only = Named()
print([pickle.dumps(Built(), p) for p in range(6)])
again = pickle.loads(pickle.dumps(Built()))
print(again, again.__dict__)
show(Setter(), only, WithMeta())
print(pickle.loads(pickle.dumps(Setter())).__dict__, pickle.loads(pickle.dumps(only)) is only)


def answer(value):
    class Answers:
        def __reduce_ex__(self, protocol):
            return value

    try:
        pickle.dumps(Answers())
    except Exception as e:
        print(type(e).__name__, e)


import copyreg

for value in [5, (), (1, ()), (int,), (int, 5), (int, (), None, 5), (int, (), None, None, 5), (int,) * 7]:
    answer(value)
answer((int, (), 1, None, None, 5))
answer((copyreg.__newobj__, ()))
answer((copyreg.__newobj__, (5,)))
answer((copyreg.__newobj__, (int,)))
answer((copyreg.__newobj_ex__, (int,)))
answer((copyreg.__newobj_ex__, (5, (), {})))
answer((copyreg.__newobj_ex__, (int, 5, {})))
answer((copyreg.__newobj_ex__, (int, (), 5)))
answer((list, (), None, iter([1]), iter([2])))
answer((dict, (), None, None, iter([(1, 2, 3)])))
