# A list from a huge range
# interrupt
try:
    list(range(10**12))
except MemoryError:
    while True:
        pass
