# With a raised limit, recursion through script functions goes a hundred thousand deep.
import sys
sys.setrecursionlimit(150_000)


def count(n):
    if n == 0:
        return 0
    return 1 + count(n - 1)


print(count(100_000))


class Node:
    def __init__(self, value, rest):
        self.value, self.rest = value, rest

    def total(self):
        return self.value + (self.rest.total() if self.rest else 0)


node = None
for i in range(20_000):
    node = Node(i, node)
print(node.total())
is_even = lambda n: True if n == 0 else is_odd(n - 1)
is_odd = lambda n: False if n == 0 else is_even(n - 1)
print(is_even(30_001))


def with_try(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        return with_try(n - 1)
    finally:
        global unwound
        unwound += 1


unwound = 0
try:
    with_try(5_000)
except ValueError as e:
    print(e, unwound)
del node
print('done')
