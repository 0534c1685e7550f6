# Type aliases: lazy values, parameters, subscription.
from typing import TypeAliasType, TypeVar
T = TypeVar('T')
type X = int
type L[A] = list[A]
type Rec = list[Rec]
type Bad = undefined_name
print(X, X.__value__, X.__name__, X.__type_params__, L.__value__, L.__type_params__, L[int], L[int].__value__, L[int].__origin__ is L, Rec.__value__)
print(X | None, list[X], TypeAliasType('Y', list[T], type_params=(T,))[int])
for attempt in (lambda: Bad.__value__, lambda: X[int], lambda: X(), lambda: isinstance(1, X), lambda: setattr(X, '__name__', 1), lambda: setattr(X, 'y', 1), lambda: TypeAliasType(1, int), lambda: TypeAliasType('X'), lambda: TypeAliasType('X', int, type_params=1), lambda: type('A', (X,), {}), lambda: type('A', (TypeAliasType,), {})):
    try:
        print(attempt())
    except (TypeError, NameError, AttributeError) as error:
        print(type(error).__name__, error)
