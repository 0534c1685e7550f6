# Collections are due as often as in CPython.
import gc

print(gc.get_threshold())
