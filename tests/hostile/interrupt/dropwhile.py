# dropwhile that never stops dropping
# interrupt
import itertools
next(itertools.dropwhile(bool, itertools.count(1)))
