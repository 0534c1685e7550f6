# A base may stand once, and before its own bases.
for bases in ((int, int), (object, int), (object, object)):
    try:
        type('A', bases, {})
    except TypeError as error:
        print(error)
