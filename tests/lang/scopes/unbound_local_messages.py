# The three messages for a name without a value.
def local_before_assignment():
    print(value)
    value = 1


def free_before_assignment():
    def inner():
        return value
    inner()
    value = 1


def comprehension_use():
    return [v for i in range(2)]


def augmented():
    total += 1


def branch():
    if False:
        q = 1
    q


def shadowed_builtin():
    n = len([1])
    len = 5
    return n


def cell_unbound():
    def g():
        return c
    c
    c = 1


def loop():
    for i in []:
        pass
    return i


def with_import():
    math.pi
    import math


def class_in_function():
    K
    class K: pass


def handler():
    try:
        pass
    except Exception as e:
        pass
    e


def in_lambda():
    return (lambda: later)()
    later = 1


for f in (local_before_assignment, free_before_assignment, comprehension_use, augmented, branch, shadowed_builtin, cell_unbound, loop, with_import, class_in_function, handler, in_lambda):
    try:
        f()
    except NameError as e:
        print(f.__name__, '->', type(e).__name__, '|', e, '|', e.name)


class Body:
    try:
        nope
    except NameError as e:
        print(type(e).__name__, e)
    try:
        del nope
    except NameError as e:
        print(type(e).__name__, e)
