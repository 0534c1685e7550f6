# __cause__, __context__ and suppression, in nested handlers
def chain(error):
    parts = []
    while error is not None:
        parts.append(f"{type(error).__name__}({error}) cause={type(error.__cause__).__name__} suppress={error.__suppress_context__}")
        error = error.__context__
    print(" <- ".join(parts))
def attempt(function):
    try:
        function()
    except BaseException as error:
        chain(error)
def plain():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k")
def from_error():
    try: 1 / 0
    except ZeroDivisionError as error: raise KeyError("k") from error
def from_none():
    try: 1 / 0
    except ZeroDivisionError: raise KeyError("k") from None
def from_class(): raise KeyError("k") from ValueError
def from_bad(): raise KeyError("k") from 5
def in_finally():
    try: 1 / 0
    finally: raise KeyError("finally")
def deep():
    try:
        try: 1 / 0
        except ZeroDivisionError: raise KeyError("second")
    except KeyError: raise ValueError("third")
def reraise():
    try: 1 / 0
    except ZeroDivisionError:
        try: raise KeyError("inner")
        except KeyError: pass
        raise
def same():
    error = KeyError("same")
    try: raise error
    except KeyError: raise error
def cycle():
    a, b = KeyError("a"), ValueError("b")
    try:
        raise a
    except KeyError:
        try:
            raise b
        except ValueError:
            raise a
def bare():
    raise
def in_with():
    class CM:
        def __enter__(self): return self
        def __exit__(self, *args): raise TypeError("exit")
    with CM(): 1 / 0
def handler_call():
    def helper(): raise TypeError("helper")
    try: 1 / 0
    except ZeroDivisionError: helper()
def failing_match():
    try: 1 / 0
    except 5: pass
def failing_match_tuple():
    try: 1 / 0
    except (ValueError, "x"): pass
def failing_expression():
    try: 1 / 0
    except undefined_name: pass
def generator():
    def g():
        try: yield
        except ZeroDivisionError: raise KeyError("from generator")
    it = g()
    next(it)
    try: 1 / 0
    except ZeroDivisionError as error: it.throw(error)
def else_clause():
    try: pass
    except ValueError: pass
    else: raise KeyError("else")
def loop():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError:
            if i == 2: raise KeyError("last")
for function in (plain, from_error, from_none, from_class, from_bad, in_finally, deep, reraise, same, cycle, bare, in_with, handler_call, failing_match, failing_match_tuple, failing_expression, generator, else_clause, loop):
    print(function.__name__, end=": ")
    attempt(function)
