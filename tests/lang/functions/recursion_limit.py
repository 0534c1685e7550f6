# RecursionError at the limit, with a settable limit; the stack is usable afterwards.
import sys
print(sys.getrecursionlimit())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


d = depth(0)
print(900 < d < 1000)


def forever():
    return forever()


try:
    forever()
except RecursionError as e:
    print(type(e).__name__, str(e)[:32])


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(900))
try:
    count(2000)
except RecursionError as e:
    print('too deep')
sys.setrecursionlimit(5000)
print(count(4000), sys.getrecursionlimit())
sys.setrecursionlimit(1000)
try:
    count(2000)
except RecursionError as e:
    print('too deep again')


def mutual_a(n):
    return n if n > 3000 else mutual_b(n + 1)


def mutual_b(n):
    return mutual_a(n + 1)


try:
    mutual_a(0)
except RecursionError:
    print('mutual')
for bad in (0, -1, 'x', 1.5, None):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def in_finally(n):
    try:
        in_finally(n + 1)
    finally:
        pass


try:
    in_finally(0)
except RecursionError as e:
    print(isinstance(e, RuntimeError))
print(count(900))
