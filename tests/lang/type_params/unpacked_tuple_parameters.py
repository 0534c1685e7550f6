# `*Ts` in an alias is replaced by as many types as are given.
from typing import TypeVar, TypeVarTuple
T = TypeVar('T')
Ts = TypeVarTuple('Ts')
print(tuple[*Ts][int, str], tuple[int, *Ts][str, float], tuple[*Ts, int][()], tuple[*Ts][int])
print(dict[T, tuple[*Ts]][int, str, float])
type Alias[*Xs] = tuple[int, *Xs]
print(Alias.__value__[str, bytes])
