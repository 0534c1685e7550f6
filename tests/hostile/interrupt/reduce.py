# functools.reduce over an endless iterator
# interrupt
import functools, itertools, operator
functools.reduce(operator.and_, itertools.count())
