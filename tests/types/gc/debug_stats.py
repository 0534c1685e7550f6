# DEBUG_STATS and DEBUG_COLLECTABLE write to sys.stderr.
import gc
import sys
gc.disable()
gc.collect()


class Capture:
    def __init__(self):
        self.text = []

    def write(self, text):
        self.text.append(text)

    def flush(self):
        pass


class Node:
    pass


capture = Capture()
old, sys.stderr = sys.stderr, capture
a = Node()
a.me = a
del a
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_COLLECTABLE)
gc.collect()
gc.set_debug(0)
sys.stderr = old
lines = ''.join(capture.text).splitlines()
for line in lines:
    words = line.split()
    print(' '.join(w if not any(c.isdigit() for c in w) else '#' for w in words if not w.isdigit()))
