# `__getattr__` and `__dir__` of a module.
import types
m = types.ModuleType('m')
m.__getattr__ = lambda name: 'hook ' + name
m.__dir__ = lambda: ['z', 'a']
print(m.x, m.__foo__, dir(m))
m.__getattr__ = 5
m.__dir__ = 5
for attempt in (lambda: m.x, lambda: dir(m)):
    try:
        attempt()
    except TypeError as error:
        print(error)
del m.__getattr__
for name in ('x', '__getattr__'):
    try:
        getattr(m, name)
    except AttributeError as error:
        print(error, error.name, error.obj is m)
try:
    m.__dict__ = {}
except AttributeError as error:
    print(error)
m.__name__ = 5
try:
    m.x
except AttributeError as error:
    print(error)
