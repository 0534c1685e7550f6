# Defaults and keyword defaults can be replaced; surplus defaults count from the right.
def f(a, b=1, *, k=2):
    return a, b, k
f.__defaults__ = (5, 6)
print(f())
f.__defaults__ = (1, 2, 3, 4)
print(f(), f(9))
f.__defaults__ = None
f.__kwdefaults__ = {'k': 7, 'zzz': 8}
print(f(1, 2))
for name, bad in (('__defaults__', 1), ('__defaults__', [1]), ('__kwdefaults__', 1), ('__kwdefaults__', ())):
    try:
        setattr(f, name, bad)
    except TypeError as error:
        print(error)
del f.__defaults__, f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
try:
    f(1, 2)
except TypeError as error:
    print(error)
