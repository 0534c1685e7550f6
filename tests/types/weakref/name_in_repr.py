# The repr of a reference asks the class for a name, not the object.
import weakref
class Config(dict):
    def __getattr__(self, name):
        return self[name]
config = Config(x=1)
print('Config' in repr(weakref.ref(config)))
def f():
    pass
print(repr(weakref.ref(f)).endswith(' (f)>'))
