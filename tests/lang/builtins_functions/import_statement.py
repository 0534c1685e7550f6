# Forms of import for the modules of the interpreter itself.
import math, sys
import math as m, operator as op
from math import pi, sqrt as root
from collections import (deque,
                         OrderedDict as OD,)
from operator import *
import collections.abc
import collections.abc as cabc
print(m is math, op.add(1, 2), round(pi, 2), root(16), deque([1], maxlen=1), OD(a=1), add(3, 4), cabc is collections.abc)
print(math.__name__, type(math).__name__, sys.modules['math'] is math, __name__, 'sys' in sys.modules)


def local_import():
    from itertools import chain, repeat as rep
    import functools as ft
    return list(chain('ab', rep(1, 2))), ft.reduce(lambda a, b: a * b, [1, 2, 3]), sorted(locals())


print(local_import())


class C:
    from math import floor
    import itertools


print(C.floor(2.5), C.itertools.__name__)
for source in ['import nothing_here', 'import nothing.here', 'from nothing_here import x', 'from math import nothing_here', 'from math import pi, nothing_here', 'import math.pi', 'from . import x', 'from .mod import x', 'from .. import y', 'import sys.nothing', 'from math import *; print(hypot(3, 4))', 'import math as a.b', 'from math import (pi', 'from math import pi,', 'from math import ()', 'import', 'from math import', 'import math,', 'from math import pi as 3', 'from math import (*)', 'import math from x', 'from .math.x import *, y', 'from __future__ import annotations, division']:
    try:
        exec(source)
        print(repr(source), 'ok')
    except SyntaxError as e:
        print(repr(source), '| SyntaxError', e.msg)
    except ImportError as e:
        print(repr(source), '|', type(e).__name__, str(e).split(' (/')[0].split(' (unknown')[0])
m2 = __import__('math')
print(m2 is math, __import__('collections.abc').__name__, __import__('collections.abc', fromlist=['Mapping']).__name__)
try:
    __import__(5)
except TypeError as e:
    print(e)
try:
    __import__('')
except ValueError as e:
    print(e)
sys.modules['fake'] = type(sys)('fake', 'docs')
import fake
fake.attr = 1
from fake import attr
print(fake, attr, fake.__doc__, fake.__dict__['__name__'])
del sys.modules['fake']
sys.modules['blocked'] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
try:
    fake.missing
except AttributeError as e:
    print(e)
fake.__getattr__ = lambda name: f'dynamic {name}'
print(fake.anything)
fake.__dir__ = lambda: ['b', 'a']
print(dir(fake))
