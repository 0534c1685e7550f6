# Attributes and methods of str itself; strings take no attributes

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


s = "abc"
show(setattr, s, "x", 1)
show(setattr, s, "upper", 1)
show(setattr, str, "x", 1)
show(lambda: str.upper())
show(lambda: str.upper(1))
show(lambda: str.upper("a", 1))
show(lambda: "abc".missing)
show(lambda: "abc".uper)
show(lambda: "a".__len__(), )
show(lambda: "a".__add__(1))
show(lambda: "a".__add__("b"))
show(lambda: "a".__mul__(3))
show(lambda: "a".__rmul__(3))
show(lambda: "a".__mod__(1))
show(lambda: "%s".__mod__(1))
show(lambda: "a".__rmod__("%s"))
show(lambda: "abc".__contains__("b"))
show(lambda: "abc".__contains__(1))
show(lambda: "abc".__getitem__(0))
show(lambda: "abc".__getitem__(slice(0, 2)))
show(lambda: "abc".__getnewargs__())
show(lambda: hasattr("a", "__radd__"))
show(lambda: str.__mro__)
show(lambda: list(map(str.upper, ["a", "b"])))
show(lambda: sorted(["b", "A"], key=str.casefold))
show(lambda: str.join("-", ["a", "b"]))
show(lambda: callable("a".upper))
show(lambda: "a".upper.__name__)
show(lambda: str.upper.__qualname__)
show(lambda: "abc".upper.__self__)
show(lambda: str(str.upper))
