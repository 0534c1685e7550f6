# except* divides groups, wraps naked exceptions, gathers what is raised
def tree(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{type(e).__name__} {e.message}[{', '.join(map(tree, e.exceptions))}]"
    return repr(e)
def attempt(function, *args):
    try:
        print(function.__name__, "->", function(*args))
    except BaseException as error:
        print(function.__name__, "raised", tree(error), "context:", error.__context__ and tree(error.__context__), "cause:", error.__cause__)
def divide(error):
    result = []
    try:
        raise error
    except* ValueError as g: result.append(("V", tree(g)))
    except* (KeyError, TypeError) as g: result.append(("KT", tree(g)))
    else: result.append("else")
    finally: result.append("finally")
    return result
attempt(divide, ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("n", [TypeError(3), ValueError(4)])]))
attempt(divide, ValueError("naked"))
attempt(divide, OSError("unmatched"))
attempt(divide, ExceptionGroup("g", [OSError(1), ValueError(2)]))
attempt(divide, BaseExceptionGroup("b", [KeyboardInterrupt(), KeyError(1)]))
def raises_in_handler():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError: raise TypeError("new")
    except* KeyError as g: raise RuntimeError("other") from g
attempt(raises_in_handler)
def reraises():
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError: raise
    except* KeyError: pass
attempt(reraises)
def reraise_all():
    try: raise ExceptionGroup("g", [ValueError(1)])
    except* ValueError as g: raise g
attempt(reraise_all)
def naked_reraise():
    try: raise ValueError("n")
    except* ValueError: raise
attempt(naked_reraise)
def bad_type(kind):
    try: raise ValueError("x")
    except* kind: pass
for kind in (5, ExceptionGroup, (ValueError, BaseExceptionGroup), (ValueError, "x"), object):
    attempt(bad_type, kind)
def no_error():
    try: pass
    except* 5: pass
    else: return "else"
attempt(no_error)
def nested():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError as e: raise ExceptionGroup("inner", [OSError(9)])
    except* OSError as e: caught = tree(e)
    return caught
attempt(nested)
def name_unbound():
    try: raise ValueError(1)
    except* ValueError as e: pass
    return e
attempt(name_unbound)
def loop():
    seen = []
    for i in range(3):
        try:
            if i: raise ExceptionGroup("g", [ValueError(i), KeyError(i)])
        except* ValueError as e: seen.append(tree(e))
        except* KeyError: seen.append("K")
        else: seen.append("else")
    return seen
attempt(loop)
