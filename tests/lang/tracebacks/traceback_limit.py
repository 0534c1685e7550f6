# exit: 1
# sys.tracebacklimit keeps the innermost entries.
import sys


def down(n):
    if n:
        down(n - 1)
    else:
        raise ValueError(n)


sys.tracebacklimit = 2
down(5)
