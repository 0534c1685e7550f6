# Generators re-entered, closed, thrown into and dropped at every moment
import sys
sys.unraisablehook = lambda info: None

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def reenter():
    yield 1
    yield next(g)
g = reenter()
next(g); show(next, g); show(next, g)
def send_self():
    x = yield
    yield g.send(x)
g = send_self(); next(g); show(g.send, 1)
def close_self():
    yield 1
    g.close()
    yield 2
g = close_self(); next(g); show(next, g)
def throw_self():
    yield 1
    g.throw(ValueError("self"))
g = throw_self(); next(g); show(next, g)
def delegate_self():
    yield 1
    yield from g
g = delegate_self(); next(g); show(next, g)
def drop_self():
    global g
    yield 1
    del g
    yield 2
g = drop_self(); it = g; next(it); show(next, it); show(next, it)
def in_finally():
    try:
        yield 1
    finally:
        for i in range(3): yield i
g = in_finally(); next(g); show(g.close)
try: print(list(g))
except GeneratorExit: print("GeneratorExit")
def ignore_exit():
    while True:
        try: yield 1
        except GeneratorExit: pass
g = ignore_exit(); next(g); show(g.close); show(next, g)
def nested():
    try:
        yield from ignore_exit()
    finally: pass
h = nested(); next(h); show(h.close)
gens = [(x for x in range(3)) for _ in range(1000)]
for gen in gens: next(gen)
del gens, gen
def chain(n):
    if n: yield from chain(n - 1)
    yield n
c = chain(300); print(next(c)); del c
class Evil:
    def __iter__(self): return self
    def __next__(self): g2.close(); return 1
def over():
    for x in Evil(): yield x
g2 = over(); show(next, g2)
async def co():
    await it2
class Await:
    def __await__(self):
        yield c2.cr_running
        c2.send(None)
it2 = Await(); c2 = co(); print(c2.send(None)); show(c2.send, None)
def frame():
    yield 1
f = frame(); next(f); print(f.gi_frame.f_locals); f.close(); print(f.gi_frame)
del g, it, h, g2, c2, f
x = ignore_exit(); next(x)
del x
print("dropped")
