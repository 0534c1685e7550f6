# str.format_map and __format__ of classes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{a} {b} {c!r} {d:>8}".format_map(Default(a=1)), "{x[0]}".format_map({"x": [5]}))
show("{a}".format_map, {})
show("{}".format_map, {"a": 1})
show("{0}".format_map, {0: 1})
show("{a}".format_map, 5)
class M:
    def __getitem__(self, key): return key * 2
print("{ab}".format_map(M()))
class F:
    def __format__(self, spec): return f"<{spec}>"
class BadF:
    def __format__(self, spec): return 5
class NoF:
    def __str__(self): return "nof"
print(f"{F()} {F():abc} {F():{1}{'x'}}", "{:a:b}".format(F()), format(F()), format(F(), "q"), "{0:{1:x}}".format(F(), 255), f"{F()!r:>3}"[:2], f"{F():}}}" if False else "")
show(format, BadF(), "")
show(lambda: f"{BadF()}")
show(lambda: "{}".format(BadF()))
show(format, NoF(), "")
show(format, NoF(), "s")
show(lambda: f"{NoF():>10}")
show(format, [1], "5")
show(format, [1])
show(format, 1, 2)
show(format, object, "x")
show(format)
show(object.__format__, 1, "")
