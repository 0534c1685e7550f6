# `int | str`: members once, in order; equality as of sets.
import types
def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(int | str, int | int, int | None, None | int, int | str | int, (int | str) | (str | float), list[int] | None, int | list[str])
print(type(int | str), (int | str).__args__, (int | None).__args__, int | str == str | int, hash(int | str) == hash(str | int), int | str == int)
print(isinstance(1, int | str), isinstance(None, int | None), isinstance(1.5, int | str), issubclass(bool, int | str), {int | str: 1}[str | int])
for f in (lambda: int | 1, lambda: 1 | int, lambda: int | 'a', lambda: int | [], lambda: None | None, lambda: (int | str)[int], lambda: (int | str)(), lambda: isinstance(1, str | list[int]), lambda: issubclass(1, int | str), lambda: (int | str).x, lambda: types.UnionType(), lambda: (int | str) < 1, lambda: type.__or__(int, 1), lambda: type.__or__(1, int)):
    attempt(f)
