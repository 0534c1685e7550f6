# A chain evaluates each operand once and stops at the first false link.
def v(x):
    print('eval', x)
    return x


print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(2) > v(0) != v(5))
print(1 < 2 < 3 < 4 < 3)
print(1 == 1.0 == True)
print(1 in [1] == True, (1 in [1]) == True)
print(not 1 < 2 < 3)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, '<', other.n)
        return [] if self.n > other.n else [self.n]


print(Odd(1) < Odd(2) < Odd(3))
print(Odd(5) < Odd(2) < Odd(3))
a = b = []
print(a is b is not None)
print([] is not [] is not [])
x = 5
print(1 < x <= 5, 1 < x < 5, 10 > x >= 5 > 2)
print('a' < 'b' < 'c', 'a' in 'abc' in ['abc'])
try:
    1 < 'a' < 2
except TypeError as e:
    print(e)
try:
    3 < 2 < 'a'
    print('short circuit')
except TypeError as e:
    print('never', e)
