# A partial within itself is shown as dots.
from functools import partial
p = partial(print)
p.__setstate__((p, (), {}, {}))
print(repr(p))
p.__setstate__((print, (p,), {}, {}))
print(repr(p))
p.__setstate__((print, (), {'a': p}, {}))
print(repr(p))
p.__setstate__((print, (), {}, {}))
