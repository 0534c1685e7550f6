# isinstance, issubclass and except with deeply nested tuples of classes
def attempt(name, function):
    try:
        result = function()
    except RecursionError:
        result = "refused"
    print(name, result in (True, False, "refused"))
deep = int
for _ in range(100000): deep = (deep,)
attempt("isinstance", lambda: isinstance(1, deep))
attempt("issubclass", lambda: issubclass(bool, deep))
attempt("startswith", lambda: "abc".startswith(("a",) * 100000))
def handler():
    try:
        raise KeyError
    except deep: return True
try:
    handler()
except (TypeError, KeyError, RecursionError):
    print("handler refused")
self_tuple = ([],)
wide = (str,) * 100000 + (int,)
attempt("wide", lambda: isinstance(1, wide))
union = int
for i in range(200): union = union | type(f"C{i}", (), {})
print(isinstance(1, union), len(union.__args__))
alias = int
for _ in range(1000): alias = list[alias]
try:
    print(len(repr(alias)) == 1000 * 6 + 3)
except RecursionError:
    print(True)
classes = [object]
for i in range(500): classes.append(type(f"K{i}", (classes[-1],), {}))
print(len(classes[-1].__mro__), isinstance(classes[-1](), classes[1]), issubclass(classes[1], classes[-1]))
