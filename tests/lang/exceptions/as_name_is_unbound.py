# The name after as is deleted when the clause ends, however it ends.
e = 'before'
try:
    raise ValueError('x')
except ValueError as e:
    print(repr(e))
try:
    e
except NameError as err:
    print(err)


def f():
    try:
        raise ValueError('x')
    except ValueError as e:
        saved = e
        e = 'rebound'
    try:
        e
    except UnboundLocalError as err:
        print(err)
    return saved


print(repr(f()))


def g():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return 'deleted early'


print(g())


def h():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 1:
                continue
            if i == 2:
                break
    return sorted(locals())


print(h())


def returns():
    try:
        raise ValueError('returned')
    except ValueError as e:
        return e


print(repr(returns()))


def closure():
    try:
        raise ValueError('captured')
    except ValueError as e:
        fn = lambda: e
        first = repr(fn())
    try:
        fn()
    except NameError as err:
        return first, str(err)


print(closure())


class C:
    try:
        raise KeyError('class')
    except KeyError as e:
        inside = repr(e)


print(C.inside, hasattr(C, 'e'))


def raises_in_clause():
    try:
        try:
            raise ValueError('first')
        except ValueError as e:
            raise KeyError('second')
    except KeyError as k:
        return 'e' in locals(), repr(k.__context__)


print(raises_in_clause())
global_e = None


def to_global():
    global global_e
    try:
        raise ValueError
    except ValueError as global_e:
        pass


to_global()
print('global_e' in globals())
