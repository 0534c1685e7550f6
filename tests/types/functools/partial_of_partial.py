# A partial of a partial is flat, unless the inner one has attributes.
from functools import partial
inner = partial(print, 1, sep='-')
outer = partial(inner, 2, end='!\n')
print(outer.func, outer.args, outer.keywords)
outer(3)
inner.attr = 1
outer = partial(inner, 2)
print(outer.func is inner, outer.args)
outer(3)
