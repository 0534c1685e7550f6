# Frames held, written to, cleared and followed in the least convenient moments.
import sys


class Noisy:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()


def frames_of(frame):
    while frame is not None:
        yield frame
        frame = frame.f_back


names = {"sys": sys}
exec(
    """
def first():
    exec("def other(): return 'second'", globals())
    first.__code__ = other.__code__
    junk = [[] for _ in range(1000)]
    return "first", sys._getframe().f_code.co_name, len(junk)
""",
    names,
)
print(names["first"](), names["first"]())


def sort_key():
    data = [[3], [1], [2]]
    me = sys._getframe()

    def key(item):
        me.f_locals["data"] = None
        me.f_locals["data"] = [item]
        return item

    result = sorted(data, key=key)
    return result, data


print(sort_key())


def swaps(n):
    x = [n]
    me = sys._getframe()

    class Swap:
        def __eq__(self, other):
            me.f_locals["x"] = [0]
            me.f_locals["y"] = Swap()
            return False

        def __hash__(self):
            return 1

        def __index__(self):
            me.f_locals["x"] = ()
            return 0

        def __radd__(self, other):
            me.f_locals["x"] = None
            return other

        def __format__(self, spec):
            me.f_locals["y"] = 1
            return spec

        def __contains__(self, item):
            me.f_locals["y"] = 2
            return True

        def __getattr__(self, name):
            me.f_locals["y"] = 3
            return name

        def __call__(self, *args):
            me.f_locals["y"] = 4
            return args

        def __iter__(self):
            me.f_locals["y"] = 5
            yield from (1, 2)

        def __setitem__(self, key, value):
            me.f_locals["y"] = 6
            me.f_locals["x"] = 7

        def __exit__(self, *args):
            me.f_locals["y"] = 8

        def __enter__(self):
            return self

    results = []
    y = Swap(); x = [n]; results.append(y == x)
    y = Swap(); x = [n]; results.append(x[y])
    y = Swap(); x = [n]; results.append(x + y)
    y = Swap(); x = "spec"; results.append(f"{y:{x}}")
    y = Swap(); x = [n]; results.append(x in y)
    y = Swap(); results.append(y.name)
    y = Swap(); x = [n]; results.append(y(x, x))
    y = Swap(); a, b = y; results.append((a, b))
    y = Swap(); x = [n]; y[x] = x; results.append((x, y))
    y = Swap()
    with y as x:
        x = y
    results.append(y)
    y = Swap(); x = [n]; results.append({y: x}.get(x[0]))
    y = Swap(); x = [n]; results.append([*y, *x])
    y = Swap(); x = [n]; results.append((lambda *a: a)(*y, *x))
    y = Swap(); x = [y]; results.append(x.count(1))
    return results


print(swaps(5))


def dying_generator():
    seen = []

    def look():
        seen.append(frame.f_code.co_name)
        frame.f_locals.copy()
        try:
            frame.clear()
        except RuntimeError as error:
            seen.append(str(error))
        frame.f_locals["extra"] = 1
        frame.f_locals["local"] = 2

    def generator(argument):
        local = Noisy(look)
        yield

    gen = generator(1)
    frame = gen.gi_frame
    next(gen)
    del gen
    return seen[:1], frame.f_locals["extra"]


print(dying_generator())


def resurrected():
    kept = []

    def generator():
        try:
            yield
        finally:
            kept.append(holder)
            kept.append(sys._getframe())

    class Holder:
        pass

    holder = Holder()
    gen = generator()
    holder.frame = gen.gi_frame
    next(gen)
    del gen
    return kept[0].frame is kept[1], kept[1].f_code.co_name


print(resurrected())


def leaving():
    def look():
        for frame in frames_of(sys._getframe()):
            names.append(frame.f_code.co_name)
            frame.f_locals

    names = []

    def inner():
        a = Noisy(look)
        b = Noisy(look)
        me = sys._getframe()
        del me
        return 1

    inner()
    return names


print(leaving())


def grow(frame, n):
    for i in range(n):
        frame.f_locals[f"name{i}"] = i
    return len(frame.f_locals)


print(grow(sys._getframe(), 0) > 0, (lambda: grow(sys._getframe(), 5000))())
sys.setrecursionlimit(60000)


def deep(n):
    if n:
        return deep(n - 1)
    return sys._getframe()


frame = deep(50000)
print(sum(1 for _ in frames_of(frame)))
frame = None


def fails(n):
    if n:
        fails(n - 1)
    raise ValueError


try:
    fails(50000)
except ValueError as error:
    kept = error
print(kept.__traceback__.tb_next.tb_next.tb_frame.f_locals)
kept = None


def nested(n):
    yield sys._getframe()
    if n:
        yield from nested(n - 1)


chain = list(nested(300))
print(len(chain), len(set(chain)))
for frame in chain:
    frame.clear()


class Mapping(dict):
    def __getitem__(self, key):
        frame = sys._getframe(1)
        return frame.f_locals is self and key


print(eval("name", {}, Mapping()))
print("end")
