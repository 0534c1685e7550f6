# The cache works when `len` itself has been replaced by a cached function.
import builtins
from functools import lru_cache
old = builtins.len
builtins.len = lru_cache(4)(len)
try:
    print([len('abcdefghijklmn'[:i]) for i in (0, 0, 1, 2, 3, 3, 4, 5, 6, 1, 7, 2, 1)])
finally:
    builtins.len = old
