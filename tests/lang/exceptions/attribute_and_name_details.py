# name and obj of AttributeError, name of NameError and ImportError.
class A:
    value = 1


a = A()
try:
    a.valeu
except AttributeError as e:
    print(e.name, e.obj is a, e)
try:
    undefined_thing
except NameError as e:
    print(e.name, e)
try:
    import no_such_module_here
except ModuleNotFoundError as e:
    print(e.name, e.path, e, e.msg)
try:
    from math import no_such_name
except ImportError as e:
    print(e.name, type(e).__name__, str(e).split(' (')[0])
try:
    import math.nothing
except ModuleNotFoundError as e:
    print(e.name, e)
try:
    A.other
except AttributeError as e:
    print(e.name, e.obj is A, e)
try:
    del a.nothing
except AttributeError as e:
    print(e.name, e.obj is a, e)
try:
    getattr(5, 'dynamic')
except AttributeError as e:
    print(e.name, e.obj, e)
try:
    import math
    math.nope
except AttributeError as e:
    print(e.name, e.obj is math, e)


def f():
    local
    local = 1


try:
    f()
except UnboundLocalError as e:
    print(e.name, e)
try:
    {}['key']
except KeyError as e:
    print(e.args, e)
try:
    [].index(5)
except ValueError as e:
    print(e)
try:
    {1}.remove(2)
except KeyError as e:
    print(e.args)
try:
    {}.popitem()
except KeyError as e:
    print(e)
try:
    next(iter([]))
except StopIteration as e:
    print(e.value, e.args)
