# any over an endless iterator
# interrupt
import itertools
any(itertools.repeat(0))
