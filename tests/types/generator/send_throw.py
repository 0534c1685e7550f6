# send, throw and close of generators

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f"caught {error}"
g = echo()
show(g.send, 1)
print(next(g), g.send(2), g.throw(ValueError("v")), g.throw(ValueError, "w") if False else g.throw(ValueError("w")), g.send(None))
show(g.throw, KeyError("k"))
show(g.send, 1)
show(next, g)
show(g.throw, KeyError("after"))
print(g.close(), g.gi_frame, g.gi_running, g.gi_yieldfrom, g.__name__, g.__qualname__, g.gi_code.co_name)
g = echo()
show(g.throw, KeyError("at start"))
show(next, g)
g = echo()
print(g.close())
show(next, g)
def cleanup(log):
    try:
        yield 1
        yield 2
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        log.append("finally")
log = []
g = cleanup(log)
next(g)
print(g.close(), log, g.close())
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = stubborn()
next(g)
show(g.close)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value of close"
g = returns()
next(g)
print(g.close())
def raising():
    try:
        yield
    finally:
        raise KeyError("in finally")
g = raising()
next(g)
show(g.close)
def wrong():
    yield 1
    raise StopIteration("inside")
g = wrong()
next(g)
show(next, g)
for args in [(5,), (int,), (ValueError, 1, 2, 3), (), ("text",), (None,)]:
    g = echo()
    next(g)
    show(g.throw, *args)
def value():
    yield 1
    return "returned"
g = value()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
show(next, g)
g = value()
try:
    print(list(g), next(g))
except StopIteration as stop:
    print(stop.value)
