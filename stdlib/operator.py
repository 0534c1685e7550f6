"""The operators of the language as functions."""

import _operator

# The names of the special methods too, which are not public.
for _name, _value in vars(_operator).items():
    if isinstance(_value, (type, type(len))) and _name != "__loader__":
        globals()[_name] = _value
del _name, _value
__all__ = _operator.__all__
