# The repr of a module goes by its spec, then by its file and loader.
import types
m = types.ModuleType('m')
print(m)
m.__spec__ = types.SimpleNamespace(name='other', origin='/x/y', has_location=True, loader=None)
print(m)
m.__spec__.has_location = False
print(m)
m.__spec__.origin = None
print(m)
m.__spec__.loader = 'loader'
print(m)
m.__spec__ = types.SimpleNamespace(origin='/x')
try:
    repr(m)
except AttributeError as error:
    print(error)
m.__spec__ = None
m.__loader__ = 'own loader'
print(m)
m.__file__ = '/a/b.py'
print(m)
m.__name__ = 5
print(m)
del m.__name__, m.__file__, m.__loader__
print(m)
