# `__notes__` appears with the first note, and has to stay a list.
e = ValueError()
print(hasattr(e, '__notes__'))
for bad in (1, None, b'x'):
    try:
        e.add_note(bad)
    except TypeError as error:
        print(error)
e.add_note('a')
e.add_note('b')
print(e.__notes__, e.__dict__)
e.__notes__ = 5
try:
    e.add_note('c')
except TypeError as error:
    print(error)
del e.__notes__
e.add_note('d')
print(e.__notes__)
