# A module with functions is a cycle: namespace, functions.
import gc
import types
gc.disable()


class Watched:
    def __del__(self):
        print('freed')


module = types.ModuleType('made')
exec('def f(): return x\nx = 1', module.__dict__)
print(module.f())
module.watched = Watched()
f = module.f
del module
gc.collect()
print('function keeps the namespace')
print(f())
del f
print(gc.collect() > 0)
