# Running through an enormous product
# interrupt
import itertools
sum(1 for _ in itertools.product(range(100), repeat=10))
