# sum over an endless iterator
# interrupt
import itertools
sum(itertools.count())
