# Whatever kind of instance is left, it keeps its class alive through collections.
import gc


def instances():
    class Plain: pass
    class Slots: __slots__ = ('a',)
    class Bare: __slots__ = ()
    class I(int): __slots__ = ()
    class S(str): __slots__ = ()
    class B(bytes): __slots__ = ()
    class F(float): pass
    class T(tuple): __slots__ = ()
    class L(list): pass
    class D(dict): pass
    class Z(set): pass
    class E(Exception): pass
    class C(complex): __slots__ = ()
    class Big:
        __slots__ = tuple('s%d' % i for i in range(200))
    return [Plain(), Slots(), Bare(), I(5), S('text'), B(b'x'), F(1e300), T((1, 2)), L([1]),
            D(a=1), Z({1}), E('e'), C(1j), Big()]


all = instances()
for _ in range(3):
    gc.collect()
    junk = [object() for _ in range(1000)]
    print([type(x).__name__ for x in all])
for x in all:
    cls = type(x)
    again = cls.__new__(cls)
    assert type(again) is cls
print(len(all))
