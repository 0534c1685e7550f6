# async programs driven by a tiny event loop; exception groups
import collections, types
class Future:
    def __init__(self): self.done = False; self.value = None; self.waiters = []
    def set(self, v): self.done, self.value = True, v
    def __await__(self):
        while not self.done: yield self
        return self.value
@types.coroutine
def pause(): yield
class Loop:
    def __init__(self): self.q = collections.deque(); self.results = {}
    def spawn(self, name, coro): self.q.append((name, coro)); return name
    def run(self):
        steps = 0
        while self.q:
            name, c = self.q.popleft(); steps += 1
            try: c.send(None)
            except StopIteration as e: self.results[name] = e.value
            except Exception as e: self.results[name] = repr(e)
            else: self.q.append((name, c))
        return steps
async def worker(n, k):
    total = 0
    for i in range(k): total += i * n; await pause()
    return total
async def waiter(f): return 'got ' + str(await f)
async def setter(f): await pause(); await pause(); f.set(42); return 'set'
class AC:
    def __init__(self, n): self.n = n
    async def __aenter__(self): print('aenter'); await pause(); return self
    async def __aexit__(self, t, v, tb): print('aexit', t and t.__name__); return t is KeyError
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): self.i = 0; return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1; await pause(); return self.i
async def agen(n):
    try:
        for i in range(n): yield i; await pause()
    finally: print('agen done')
async def mix():
    async with AC(1) as a, AC(2): print('body', a.n); raise KeyError('x')
    out = [x async for x in AI(3) if x != 2]
    d = {x: y async for x, y in pairs()}
    s = [await worker(1, 2) for _ in range(2)]
    async for x in agen(3):
        if x == 1: break
    else: print('no break')
    g = (x * 2 async for x in AI(2))
    return out, d, s, [y async for y in g], await anext(AI(1).__aiter__(), 'dflt')
async def pairs():
    for p in [(1, 2), (3, 4)]: yield p
async def fail(): await pause(); raise ValueError('boom')
async def guard():
    try: await fail()
    except ValueError as e: return f'guarded {e}'
    finally: print('fin')
l = Loop(); f = Future()
for n, c in dict(w1=worker(2, 3), w2=worker(1, 5), wt=waiter(f), st=setter(f), mix=mix(), bad=fail(), g=guard()).items(): l.spawn(n, c)
print(l.run(), l.results)
c = worker(1, 1); print(type(c).__name__, c.cr_running); c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def a2():
    x = await 5
try: a2().send(None)
except TypeError as e: print(e)
def grp():
    raise ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('k'), ValueError(2)])])
try: grp()
except* ValueError as e: print('V', e.exceptions)
except* (TypeError, KeyError) as e: print('TK', repr(e))
try:
    try: grp()
    except* KeyError: raise RuntimeError('new')
except BaseExceptionGroup as e: print(repr(e), e.split(ValueError), e.subgroup(lambda x: isinstance(x, TypeError)))
try:
    try: raise ValueError('a')
    except ValueError as e:
        e.add_note('note1'); raise KeyError('b') from e
except KeyError as e: print(repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__, e.__cause__.__notes__)
def chain():
    try: 1 / 0
    except ZeroDivisionError:
        try: [][0]
        except IndexError as e: return e
e = chain(); print(repr(e.__context__), e.__traceback__.tb_lineno > 0)
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('try', i)
        except Exception: pass
        else: print('else', i)
        finally: print('finally', i)
    try: return 'ret'
    finally: print('after ret')
print(f())
def g():
    try: raise ValueError
    finally: return 'swallow'
print(g())
try: raise SystemExit(3)
except SystemExit as e: print(e.code)
class MyE(Exception):
    def __init__(self, code, *a): super().__init__(*a); self.code = code
try: raise MyE(5, 'x', 'y')
except MyE as e: print(e, e.args, e.code, repr(e))
try: assert 1 == 2, f'msg {1}'
except AssertionError as e: print(e)
try: raise 5
except TypeError as e: print(e)
try: raise ValueError from 5
except TypeError as e: print(e)
try: x = undefined_name
except NameError as e: print(e, e.name)
def ub():
    print(y); y = 1
try: ub()
except UnboundLocalError as e: print(e)
try: {}['k']
except KeyError as e: print(e, repr(e))
try: None.x
except AttributeError as e: print(e, e.name, e.obj)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: print(*5)
except TypeError as e: print(e)
try: print(**{'zz': 1})
except TypeError as e: print(e)
try: (lambda a, *, b: 0)(1)
except TypeError as e: print(e)
try: len(1, 2)
except TypeError as e: print(e)
try: 'a' < 1
except TypeError as e: print(e)
try: int([])
except TypeError as e: print(e)
