# except* handles the matching part and passes the rest on.
def show(e):
    if isinstance(e, BaseExceptionGroup):
        return f'{type(e).__name__}:{e.message}[' + ', '.join(show(x) for x in e.exceptions) + ']'
    return f'{type(e).__name__}({e})'


def run(exc):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print('  values', show(eg))
        except* (TypeError, KeyError) as eg:
            print('  type/key', show(eg))
        except* OSError:
            print('  os')
        else:
            print('  else')
        finally:
            print('  finally')
    except BaseException as rest:
        print('  rest', show(rest))


for label, exc in [('all', ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])), ('nested', ExceptionGroup('g', [ExceptionGroup('h', [ValueError(1), KeyError(2)]), ValueError(3)])), ('rest', ExceptionGroup('g', [ValueError(1), ZeroDivisionError(2), ExceptionGroup('h', [IndexError(3), OSError(4)])])), ('naked', ValueError('alone')), ('naked other', IndexError('other')), ('none', ExceptionGroup('g', [IndexError(1)]))]:
    print(label)
    run(exc)
try:
    pass
except* ValueError:
    print('never')
else:
    print('else')


def subclass():
    try:
        raise ExceptionGroup('g', [ModuleNotFoundError('a'), ImportError('b')])
    except* ModuleNotFoundError as e:
        print(show(e))
    except* ImportError as e:
        print(show(e))


subclass()
try:
    try:
        raise BaseExceptionGroup('b', [KeyboardInterrupt(), ValueError(1)])
    except* ValueError as e:
        print(show(e))
except BaseExceptionGroup as e:
    print('left', show(e))
for i in range(2):
    try:
        raise ExceptionGroup(f'{i}', [ValueError(i)])
    except* ValueError as e:
        print(i, show(e))
try:
    e
except NameError as err:
    print(err)
