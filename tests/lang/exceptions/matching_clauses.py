# except clauses are tried in order; the expression is evaluated only when needed.
def t(label, exc):
    print('evaluate', label)
    return exc


for raised in (ValueError('v'), KeyError('k'), OSError('o'), ZeroDivisionError('z')):
    try:
        raise raised
    except t('first', KeyError):
        print('KeyError clause')
    except t('second', (ValueError, OSError)) as e:
        print('tuple clause', repr(e))
    except t('third', Exception):
        print('Exception clause')
try:
    pass
except undefined_name:
    print('never evaluated')
for bad in (5, 'x', (ValueError, 5), None, [ValueError], int, (), (OSError, (ValueError,))):
    try:
        try:
            raise ValueError('original')
        except bad:
            print('matched')
    except TypeError as e:
        print(e, '|', repr(e.__context__))
    except ValueError as e:
        print('not matched', e)
try:
    try:
        raise ValueError
    except undefined_name:
        pass
except NameError as e:
    print(e, repr(e.__context__))


class Meta(type):
    def __instancecheck__(cls, x):
        print('not asked')
        return True


class Odd(Exception, metaclass=Meta): pass


try:
    try:
        raise ValueError('plain')
    except Odd:
        print('never')
except ValueError as e:
    print(e)
try:
    raise KeyError('nested tuples')
except (ValueError, OSError, KeyError) as e:
    print(repr(e))


def clauses():
    return LookupError


try:
    [][1]
except clauses() as e:
    print(type(e).__name__, e)
try:
    {}['x']
except (LookupError if not clauses else KeyError) as e:
    print(repr(e))
try:
    raise SystemExit(3)
except Exception:
    print('never')
except BaseException as e:
    print(type(e).__name__, e.code)
