# The most derived metaclass wins; unrelated ones conflict.
class M1(type): pass
class M2(M1): pass
class M3(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class C(metaclass=M3): pass
class D(A, B): pass
class E(B, A): pass
print(type(D).__name__, type(E).__name__, type(type('T', (A, B), {})).__name__)
for source in ['class X(A, C): pass', 'class X(A, metaclass=M3): pass', 'class X(A, metaclass=M2): pass', 'class X(B, metaclass=M1): pass', 'type("X", (A, C), {})', 'M1("X", (B,), {})', 'M3("X", (A,), {})', 'class X(A, metaclass=type): pass', 'class X(metaclass=M1, metaclass=M2): pass']:
    try:
        exec(source)
        print(source, '->', type(globals().get('X')).__name__)
    except TypeError as e:
        print(source, '->', e)
    except SyntaxError as e:
        print(source, '->', e.msg)


def function_meta(name, bases, ns, **kw):
    print('function', name, bases, kw)
    return type(name, bases, dict(ns, via='function'))


class F(metaclass=function_meta, k=1): pass
print(F.via, type(F).__name__)


class G(metaclass=lambda name, bases, ns: (name, len(bases), 'x' in ns)): x = 1
print(G)


class Callable:
    def __call__(self, name, bases, ns):
        return name.lower()

    def __prepare__(self, name, bases):
        print('prepare of an instance')
        return {}


class H(metaclass=Callable()): pass
print(H)


class Entries:
    def __init__(self, base): self.base = base
    def __mro_entries__(self, bases):
        print('mro_entries', len(bases))
        return (self.base, dict) if self.base else ()


class I(Entries(list.__base__ and A)): pass
class J(Entries(None), A): pass
print([c.__name__ for c in I.__mro__], I.__orig_bases__[0].__class__.__name__, [c.__name__ for c in J.__mro__])
for prepare in (5, [], None, 'x'):
    class P(type):
        @classmethod
        def __prepare__(mcls, *a): return prepare
    try:
        class K(metaclass=P): pass
    except TypeError as e:
        print(e)
try:
    class L(metaclass=5): pass
except TypeError as e:
    print(e)
try:
    type('X', (Entries(None),), {})
except TypeError as e:
    print(e)
