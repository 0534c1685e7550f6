# Comprehensions over endless iterators
# interrupt
import itertools
[x for x in itertools.count() if x < 0]
