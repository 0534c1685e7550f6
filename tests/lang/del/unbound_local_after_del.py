# After del a local is unbound on every path that may have deleted it.
def maybe(flag):
    v = 1
    if flag:
        del v
    try:
        return v
    except UnboundLocalError as e:
        return f'{e}'


print(maybe(False), maybe(True))


def twice():
    v = 1
    del v
    try:
        del v
    except UnboundLocalError as e:
        print(e)


twice()


def in_loop():
    seen = []
    for i in range(4):
        if i % 2:
            v = i
        else:
            try:
                seen.append(v)
                del v
            except UnboundLocalError:
                seen.append('unbound')
    return seen


print(in_loop())


def handler_name():
    e = 'outer'
    try:
        raise ValueError('x')
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)


print(handler_name())


def param(p):
    del p
    try:
        p
    except UnboundLocalError as e:
        print(e)
    p = 'again'
    return p


print(param(1))


def never_assigned(flag):
    if flag:
        v = 1
    return v


print(never_assigned(True))
try:
    never_assigned(False)
except UnboundLocalError as e:
    print(e, e.name)


def loop_var(items):
    for v in items:
        pass
    return v


print(loop_var([1]))
try:
    loop_var([])
except UnboundLocalError as e:
    print(e)
