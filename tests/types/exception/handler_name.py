# The name bound by except is deleted at the end of the handler
try:
    raise ValueError("v")
except ValueError as error:
    print(error)
try:
    error
except NameError as e:
    print(e)
def f():
    error = "before"
    try:
        raise KeyError
    except KeyError as error:
        pass
    try:
        return error
    except UnboundLocalError as e:
        return str(e)
print(f())
def g():
    try:
        raise KeyError("x")
    except KeyError as error:
        saved = error
        error = "rebound"
    try:
        error
    except UnboundLocalError:
        return repr(saved)
print(g())
def h():
    try:
        raise KeyError("x")
    except KeyError as error:
        del error
    return "deleted by hand"
print(h())
def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as error:
            if i == 1: continue
            if i == 2: break
    try:
        return error
    except UnboundLocalError:
        return "unbound"
print(loop())
class C:
    try:
        raise ValueError("in class")
    except ValueError as error:
        text = str(error)
    print("error" in locals(), text)
def nested():
    try:
        raise ValueError(1)
    except ValueError as error:
        def inner(): return error
        value = inner()
    try:
        inner()
    except NameError as e:
        return value, str(e)
print(nested())
def returns():
    try:
        1 / 0
    except ZeroDivisionError as error:
        return error
print(repr(returns()))
