# Names are looked up in the module, then in the builtins, at each use.
def use():
    return len('abc')


print(use())
len = lambda s: 'shadowed'
print(use())
del len
print(use())
import builtins
builtins.added_name = 'from builtins'
print(added_name)


def use2():
    return added_name


print(use2())
added_name = 'module wins'
print(use2())
del added_name
print(use2())
del builtins.added_name
try:
    use2()
except NameError as e:
    print(e)
original = builtins.abs
builtins.abs = lambda v: 'replaced'
print(abs(-3))
builtins.abs = original
print(abs(-3))


def hot(n):
    total = 0
    for i in range(n):
        total += helper(i)
        if i == n // 2:
            globals()['helper'] = lambda v: 1000
    return total


def helper(v):
    return v


print(hot(10))
globals()['dynamic'] = 'made through globals()'
print(dynamic)
globals().pop('dynamic')
try:
    dynamic
except NameError as e:
    print(e)
print = print
print('still prints')
True_ = True
sum = max = None
print(sum, max)
del sum, max
print(sum([1, 2]), max(1, 2))
