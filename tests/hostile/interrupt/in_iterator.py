# Containment in an endless iterator
# interrupt
import itertools
-1 in itertools.count()
