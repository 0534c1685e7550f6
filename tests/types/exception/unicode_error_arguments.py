# The arguments of the three classes are checked.
def attempt(f, *args):
    try:
        print(f(*args).args)
    except TypeError as error:
        print(error)
attempt(UnicodeDecodeError)
attempt(UnicodeDecodeError, 1, b'x', 0, 1, 'r')
attempt(UnicodeDecodeError, 'a', 'x', 0, 1, 'r')
attempt(UnicodeDecodeError, 'a', b'x', '0', 1, 'r')
attempt(UnicodeDecodeError, 'a', b'x', 0, 1, 2)
attempt(UnicodeEncodeError, 'a', b'x', 0, 1, 'r')
attempt(UnicodeTranslateError, 'a', 0, 1)
attempt(UnicodeError, 1, 2)
print(UnicodeDecodeError('a', bytearray(b'x'), 0, 1, 'r').object)
u = UnicodeDecodeError('a', b'x', 0, 1, 'r')
for name in ('start', 'end'):
    try:
        setattr(u, name, 'x')
    except TypeError as error:
        print(error)
    try:
        delattr(u, name)
    except TypeError as error:
        print(error)
