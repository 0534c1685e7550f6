# Endless native iterators stacked upon each other
# interrupt
import itertools
for _ in filter(None, map(lambda x: 0, zip(itertools.count(), itertools.repeat(1)))):
    pass
