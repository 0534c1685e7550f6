# `list[int]`: what it shows, what it passes on, how it is subscripted.
import types
from typing import TypeVar
T = TypeVar('T')
U = TypeVar('U')
def attempt(f):
    try:
        print(f())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(list[int], dict[str, int], tuple[int, ...], tuple[()], list[()], list['int'], list[...], list[None], list[[int]], type[int])
print(list[int] == list[int], list[int] == list[str], hash(list[int]) == hash(list[int]), list[int] != 1)
print(list[T].__parameters__, dict[T, list[U]].__parameters__, dict[T, U][int, str], dict[T, T][int], list[list[T]][int])
print(list[int].__origin__, list[int].__args__, list[int].__mro_entries__(()), list[int]([1]), dict[str, int](a=1), list[int].append)
print(next(iter(tuple[int])), (*tuple[int, str],), next(iter(tuple[int])).__unpacked__, list[int].__reduce__())
for f in (lambda: list[int][str], lambda: list[T][int, str], lambda: isinstance([], list[int]), lambda: issubclass(list, list[int]), lambda: list[int].x, lambda: setattr(list[int], '__origin__', 1), lambda: int[str], lambda: list[int] < list[str], lambda: types.GenericAlias(int)):
    attempt(f)
