# yield from: delegation of send, throw, close, results

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def inner():
    try:
        x = yield 1
        print("inner got", x)
        y = yield 2
        print("inner got", y)
    except ValueError as error:
        print("inner caught", error)
        yield "recovered"
    finally:
        print("inner finally")
    return "inner result"
def outer():
    result = yield from inner()
    print("result", result)
    yield "after"
g = outer()
print(next(g), g.send("a"), g.send("b"))
show(next, g)
g = outer()
next(g)
print(g.throw(ValueError("v")), g.gi_yieldfrom.__name__, next(g))
g = outer()
next(g)
g.close()
g = outer()
next(g)
show(g.throw, KeyError("k"))
def over(iterable): return (yield from iterable)
print(list(over([1, 2])), list(over("ab")), list(over({1: 2})), list(over(range(3))))
g = over([1, 2])
next(g)
show(g.send, 5)
g = over([1, 2])
next(g)
show(g.throw, ValueError("no throw on list iterator"))
show(lambda: list(over(5)))
class It:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, value): return ("sent", value)
    def throw(self, *args): return ("thrown", [type(a).__name__ for a in args])
    def close(self): print("closed")
g = over(It())
print(next(g), g.send(1), g.send(None), g.throw(KeyError("x")))
g.close()
class Stops:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("stop value")
def collect():
    print("value:", (yield from Stops()))
    return (yield from ())
g = collect()
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
def recursive(n):
    if n: yield from recursive(n - 1)
    yield n
print(list(recursive(5)), sum(recursive(200)))
def chain(*its):
    for it in its:
        yield from it
print(list(chain("ab", [1], (x for x in range(2)))))
def exhausted():
    g = over([])
    for _ in range(2):
        yield from g
        yield "mid"
print(list(exhausted()))
