# Endless for loop over itertools.count
# interrupt
import itertools
for i in itertools.count():
    pass
