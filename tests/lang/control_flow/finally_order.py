# finally runs on every way out, in order, and can override it.
log = []


def normal():
    try:
        log.append('try')
    except ValueError:
        log.append('except')
    else:
        log.append('else')
    finally:
        log.append('finally')


def raising():
    try:
        log.append('try')
        raise ValueError
    except ValueError:
        log.append('except')
    else:
        log.append('else')
    finally:
        log.append('finally')


def returning():
    try:
        return log.append('return value')
    finally:
        log.append('finally')


def nested():
    try:
        try:
            return 'x'
        finally:
            log.append('inner')
    finally:
        log.append('outer')


def override():
    try:
        return 'try'
    finally:
        return 'finally'


def swallow():
    try:
        raise KeyError
    finally:
        return 'swallowed'


def value_fixed():
    x = 1
    try:
        return x
    finally:
        x = 2


def mutable():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


for f in (normal, raising, returning, nested, override, swallow, value_fixed, mutable):
    print(f.__name__, f(), log)
    log.clear()


def loop():
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            log.append(i)
        finally:
            log.append(f'f{i}')
    return log


print(loop())


def replace():
    try:
        raise ValueError('first')
    finally:
        raise KeyError('second')


try:
    replace()
except KeyError as e:
    print(repr(e), repr(e.__context__))


def else_raises():
    try:
        pass
    except ValueError:
        print('never')
    else:
        raise ValueError('from else')
    finally:
        print('finally')


try:
    else_raises()
except ValueError as e:
    print(e)


def many(n):
    try:
        if n == 0: return 'r'
        if n == 1: raise OSError
        if n == 2: 1 / 0
    except ArithmeticError:
        return 'arith'
    except OSError:
        return 'os'
    finally:
        log.append(n)
        if n == 3: return 'end'


log.clear()
print([many(i) for i in range(5)], log)
