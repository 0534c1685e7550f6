# `|` with a type parameter makes a `typing.Union`.
from typing import ParamSpec, TypeVar
T = TypeVar('T')
U = TypeVar('U')
P = ParamSpec('P')
for union in (T | int, int | T, T | U, T | None, P | int, list[int] | T, (int | str) | T):
    print(union, type(union).__name__)
print((int | T)[str], (T | U)[int, str], list[T | int][str], (T | U)[int, int])
print(T | 'Later')
def f[X](a: X | None) -> X | int: pass
print(f.__annotations__)
