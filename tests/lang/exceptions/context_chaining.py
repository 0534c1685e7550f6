# __context__, __cause__ and __suppress_context__.
def chain(e):
    parts = []
    while e is not None:
        parts.append(repr(e) + ('!' if e.__suppress_context__ else ''))
        if e.__cause__ is not None:
            parts.append('cause')
            e = e.__cause__
        elif e.__context__ is not None:
            parts.append('context')
            e = e.__context__
        else:
            e = None
    return ' '.join(parts)


try:
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2)
except KeyError as e:
    print(chain(e))
try:
    try:
        raise ValueError(1)
    except ValueError as e:
        raise KeyError(2) from e
except KeyError as e:
    print(chain(e), e.__context__ is e.__cause__)
try:
    try:
        raise ValueError(1)
    except ValueError:
        raise KeyError(2) from None
except KeyError as e:
    print(chain(e), repr(e.__context__))
    e.__suppress_context__ = False
    print(chain(e))
try:
    try:
        try:
            1 / 0
        finally:
            [][0]
    finally:
        {}['k']
except KeyError as e:
    print(chain(e))
try:
    try:
        raise ValueError('same')
    except ValueError as e:
        raise e
except ValueError as e:
    print(chain(e), e.__context__)
a, b = ValueError('a'), ValueError('b')
try:
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            raise a
except ValueError as e:
    print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
try:
    try:
        raise KeyError('handled')
    except KeyError:
        pass
    raise ValueError('after')
except ValueError as e:
    print(chain(e))
e = ValueError()
for name, value in [('__cause__', 5), ('__context__', 'x'), ('__traceback__', 1), ('__cause__', KeyError()), ('__context__', None), ('__suppress_context__', 0), ('args', [1, 2]), ('args', 5)]:
    try:
        setattr(e, name, value)
        print(name, repr(getattr(e, name)))
    except TypeError as err:
        print(name, '->', err)
try:
    del e.__cause__
except TypeError as err:
    print(err)


class CM:
    def __enter__(self): pass
    def __exit__(self, *a): raise OSError('exit')


try:
    with CM():
        raise ValueError('body')
except OSError as e:
    print(chain(e))
