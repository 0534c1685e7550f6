# None, Ellipsis and NotImplemented: one instance each, repr, truth, types

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(None, repr(None), str(None), type(None), [None], f"{None}", f"{None!r:>6}", "%s" % None, bool(None), hash(None) == hash(None))
print(..., repr(...), type(...), bool(...), Ellipsis is ..., type(...)() is ..., type(None)() is None, type(NotImplemented)() is NotImplemented)
show(lambda: None + 1)
show(lambda: None < None)
nothing = None
show(lambda: nothing())
show(lambda: nothing[0])
show(lambda: len(None))
show(lambda: iter(None))
show(lambda: None.attribute)
show(lambda: setattr(None, "a", 1))
show(lambda: delattr(None, "a"))
show(lambda: format(None, "5"))
show(lambda: format(None, ""))
show(lambda: type(None)(1))
show(lambda: type("N", (type(None),), {}))
show(lambda: type("N", (type(...),), {}))
show(lambda: type("N", (type(NotImplemented),), {}))
show(lambda: [..., None, NotImplemented])
print(None == None, None is None, None != 0, None == False, {None: 1, ...: 2}[None], None in (0, None), None.__eq__(None), None.__eq__(0), None.__bool__(), None.__class__)
