# max over an endless cycle
# interrupt
import itertools
max(itertools.cycle([1, 2, 3]))
