# What OSError says of itself, and how it is saved.
samples = [OSError(2, 'm'), OSError(2, 'm', 'f'), OSError(2, 'm', 'f', None, 'g'), OSError('x'), OSError(), OSError(1), OSError('a', 'b'), OSError(2, 'm', None)]
for error in samples:
    print(type(error).__name__, error.args, str(error), error.__reduce__())
e = OSError(2, 'm', 'f')
e.errno = 5
e.strerror = 'other'
print(e, e.args)
del e.errno
print(e.errno, e)
e.filename = None
print(e)
