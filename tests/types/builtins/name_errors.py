# NameError, UnboundLocalError and AttributeError: messages and suggestions' names

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def unbound():
    if False: x = 1
    return x
def deleted():
    y = 1
    del y
    return y
def augmented():
    z += 1
def loop():
    for i in (): pass
    return i
def free():
    def inner(): return later
    inner()
    later = 1
def comp(): return [missing_name for _ in range(1)]
def in_class():
    class C: a = undefined_in_class
def call(): undefined_function()
def delete(): del never_defined
def delete_global():
    global never_global
    del never_global
def star(): return [*undefined_star]
def default(a=1): return b
def aug_global():
    global counter_global
    counter_global += 1
for f in (unbound, deleted, augmented, loop, free, comp, in_class, call, delete, delete_global, star, default, aug_global):
    try:
        f()
    except NameError as error:
        print(f.__name__, type(error).__name__, error, error.name)
class C:
    attribute = 1
for f in (lambda: C.atribute, lambda: C().atribute, lambda: [].apend, lambda: "".uppr, lambda: (5).bit_lenght, lambda: None.x, lambda: C.attribute.x, lambda: len.x, lambda: f.nothing, lambda: int.nothing, lambda: Exception().nothing):
    try:
        f()
    except AttributeError as error:
        print(error, error.name)
try:
    x = C()
    x.a.b = 1
except AttributeError as error:
    print(error, error.name, error.obj is x)
try:
    del x.a
except AttributeError as error:
    print(error, error.name)
try:
    (5).x = 1
except AttributeError as error:
    print(error, error.name)
