# A partial in a class warns that it will become a method.
import warnings
from functools import partial
class A:
    method = partial(print, 1)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    A().method(2)
    A.method(3)
print([(w.category.__name__, str(w.message)) for w in caught])
