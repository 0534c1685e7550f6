# Endless native iterators without any script code
# interrupt
import itertools, collections, operator
collections.deque(filter(None, map(operator.not_, itertools.count(1))), maxlen=0)
