# is compares identity, == asks the objects.
a = [1]
b = [1]
print(a == b, a is b, a is a, a is not b)
print(None is None, True is True, ... is ..., NotImplemented is NotImplemented)
print(1 == True, 0 == False)
print([] == (), {} == [], 'a' == b'a', 1 == '1', None == 0, None == False)
print({1: 'a', 2: 'b'} == {2: 'b', 1: 'a'}, {1, 2} == {2, 1}, {1} == frozenset([1]))
print((1, [2]) == (1, [2]), [1, 2] != [1, 3], range(3) == range(0, 3, 1), range(0) == range(2, 1))


class NeverEqual:
    def __eq__(self, other):
        return False


n = NeverEqual()
print(n == n, n != n, n in [n], [n] == [n], (n,) == (n,), {1: n} == {1: n})


class Weird:
    def __eq__(self, other):
        return 'truthy'

    def __ne__(self, other):
        return ''


print(Weird() == 1, Weird() != 1, [Weird()] == [2], 5 in [Weird()])


class OnlyEq:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        print('eq', self.v, getattr(o, 'v', o))
        return NotImplemented


x, y = OnlyEq(1), OnlyEq(2)
print(x == y)
print(x != y)
print(x == 5, 5 == x)
print(float('nan') in [float('nan')])
