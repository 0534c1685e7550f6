# return in generators, StopIteration values, and for/else
def g():
    got = yield 1
    return ("returned", got)
it = g()
next(it)
try:
    it.send("x")
except StopIteration as stop:
    print(stop.value, stop.args)
def delegating():
    value = yield from g()
    print("value", value)
    other = yield from [1, 2]
    print("other", other)
    return (yield from ())
d = delegating()
print(list(d))
def empty():
    return 5
    yield
try:
    next(empty())
except StopIteration as stop:
    print(stop.value)
print(list(empty()), [*empty()], sum(empty()), max(empty(), default="none"))
for x in empty(): pass
else: print("else ran")
def tuple_value():
    yield
    return (1, 2)
t = tuple_value()
next(t)
try:
    next(t)
except StopIteration as stop:
    print(stop.value, stop.args)
def exception_value():
    yield
    return ValueError("as value")
t = exception_value()
next(t)
try:
    next(t)
except StopIteration as stop:
    print(repr(stop.value))
def in_try():
    try:
        yield 1
        return "from try"
    finally:
        print("finally")
def in_finally():
    try:
        yield 1
    finally:
        return "from finally"
def through(generator):
    result = yield from generator
    yield ("result", result)
print(list(through(in_try())), list(through(in_finally())), list(through(iter([5]))))
def stop_in_next():
    class It:
        def __iter__(self): return self
        def __next__(self): raise StopIteration("custom", 2)
    return (yield from It())
try:
    next(stop_in_next())
except StopIteration as stop:
    print(stop.value)
def nested(n): return (yield n) if n == 0 else (yield from nested(n - 1))
n = nested(5)
print(next(n))
try:
    n.send("up")
except StopIteration as stop:
    print(stop.value)
def conditional(flag):
    if flag: return
    yield "reached"
print(list(conditional(True)), list(conditional(False)))


# A lambda that is a generator returns what its expression gives.
def plain():
    return (yield 1)


for made in (
    lambda: (yield 1),
    plain,
    lambda: (yield from plain()),
    lambda: [(yield 1), (yield 2)],
    lambda x=5: (yield x) or x,
):
    running = made()
    sent = [next(running)]
    try:
        while True:
            sent.append(running.send(len(sent) - 1))
    except StopIteration as stop:
        print(sent, stop.value)
