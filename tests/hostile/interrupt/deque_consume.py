# A bounded deque filled from an endless iterator
# interrupt
import collections, itertools
collections.deque(itertools.count(), maxlen=0)
