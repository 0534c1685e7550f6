# iter with a sentinel that never comes
# interrupt
list(iter(int, 1))
