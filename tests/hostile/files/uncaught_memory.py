# An uncaught MemoryError
# expect: MemoryError
x = [0] * 10**15
