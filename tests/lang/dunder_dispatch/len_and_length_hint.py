# __len__ and __length_hint__ and the values they may return.
import operator


class L:
    def __init__(self, v): self.v = v
    def __len__(self): return self.v


class H:
    def __init__(self, v): self.v = v
    def __length_hint__(self): return self.v
    def __iter__(self): return iter([1, 2, 3])


for v in (0, 5, True, -1, 2**70, 1.5, '3', None, 2**63 - 1):
    try:
        print(repr(v), '->', len(L(v)))
    except (TypeError, ValueError, OverflowError) as e:
        print(repr(v), '->', type(e).__name__, e)


class Idx:
    def __index__(self): return 7


print(len(L(Idx())), bool(L(3)), bool(L(0)))
for v in (0, 5, -1, 'x', NotImplemented, 1.5, None):
    try:
        print(repr(v), '->', operator.length_hint(H(v), 99), list(H(v)))
    except (TypeError, ValueError) as e:
        print(repr(v), '->', type(e).__name__, e)
print(operator.length_hint([1, 2]), operator.length_hint(5, 8), operator.length_hint(iter([1, 2, 3])), operator.length_hint(iter(range(9))))


class HRaises:
    def __length_hint__(self): raise TypeError('ignored')
    def __iter__(self): return iter('ab')


class HRaises2(HRaises):
    def __length_hint__(self): raise ValueError('not ignored')


print(list(HRaises()))
try:
    list(HRaises2())
except ValueError as e:
    print(e)
it = iter([1, 2, 3])
next(it)
print(it.__length_hint__())
for op in (lambda: len(5), lambda: len(iter([])), lambda: len(i for i in []), lambda: len(None), lambda: len(), lambda: len([], []), lambda: len(x=[])):
    try:
        op()
    except TypeError as e:
        print(e)
