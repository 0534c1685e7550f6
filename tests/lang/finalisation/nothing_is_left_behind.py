# Statements of every kind leave no object behind, with cold and warm caches, in functions, generators and modules
import gc

gc.disable()
live = {}
class N:
    def __init__(self, v=0, **kw):
        self.v = v
        self.__dict__.update(kw) if kw else None
        live[id(self)] = v
    def __del__(self):
        live.pop(id(self), None)
    def __add__(self, o): return N('sum')
    def __radd__(self, o): return N('rsum')
    def __iadd__(self, o): return self
    def __lt__(self, o): return True
    def __eq__(self, o): return self is o
    def __hash__(self): return 1
    def __getitem__(self, i): return N('item')
    def __setitem__(self, i, v): self.s = v
    def __delitem__(self, i): pass
    def __neg__(self): return N('neg')
    def __call__(self, *a, **k): return N('call')
    def __enter__(self): return N('enter')
    def __exit__(self, *a): return False
    def __iter__(self): return iter([N('i1'), N('i2')])
    def __contains__(self, x): return False
    def __bool__(self): return True
    def __len__(self): return 2
    def __str__(self): return 'N'
    def __format__(self, s): return 'F'
    def __index__(self): return 1
    def __getattr__(self, n):
        if n.startswith('dyn'): return N(n)
        raise AttributeError(n)
    @property
    def prop(self): return N('prop')
    def meth(self, *a, **k): return N('meth')
    @classmethod
    def cm(cls): return N('cm')
    @staticmethod
    def sm(): return N('sm')
class S:
    __slots__ = ('a', 'b', '__weakref__')
    def __init__(self): self.a = N('sa'); self.b = N('sb')
snippets = r'''
x = N(); x = x.v
x = N(); x.n = N(); x = x.n
x = N(); x = x.prop
x = N(); x = x.dyn
x = N(); x = x.meth
x = N(); x = x.meth()
x = N(); x = x.cm()
x = N(); x = x.sm
x = S(); x = x.a
x = S(); x.a = x.b; x.b = N(); del x.a
x = (N(), N()); x = x[0]
x = [N(), N()]; x = x[-1]
x = [N(), N()]; i = 1; x = x[i]
x = {1: N()}; x = x[1]
x = {'a': N()}; k = 'a'; x = x[k]
x = {'a': N()}; k = 'a'; k = x[k]
x = [N(), N(), N()]; x = x[1:]
x = [N(), N(), N()]; x[1:] = [N()]
x = [N(), N(), N()]; x[::2] = [N(), N()]
x = [N(), N(), N()]; del x[0]; del x[:1]
x = N(); x = x + 1
x = N(); x = 1 + x
x = N(); y = N(); x = x + y
x = N(); y = N(); y = x + y
x = N(); x += 1
x = N(); x.f = N(); x.f += 1
x = [N()]; x[0] += 1
x = {'k': N()}; x['k'] += 1
x = N(); x = -x
x = N(); x = not x
x = N(); x = x < 1
x = N(); x = x == x
x = N(); x = x is None
x = N(); x = 5 in x
x = N(); x = x[N()]
x = N(); x[N()] = N(); del x[N()]
x = N(); x = x(N(), k=N())
x = N(); x = x(*[N(), N()], **{'a': N()})
x, y = N(), N(); x, y = y, x
x, y = (N(), N())
x, *y = [N(), N(), N()]
x, (y, z) = N(), (N(), N())
a = b = c = N()
x = [N() for i in range(3)]; x = [y for y in x if y]
x = {N(): N() for i in range(1)}
x = {N() for i in range(2)}
x = (N() for i in range(3)); next(x); x = next(x)
x = list(N() for i in range(3))
x = [*N(), *N()]
x = {**{'a': N()}, 'b': N()}
x = f"{N()} {N()!s} {N():>3}"
for x in N(): pass
for x in N(): x = x.prop
for x in [(N(), N())]: x = x[0]
for x, y in [(N(), N()), (N(), N())]: x = y
for x in N(): break
for i in range(3): x = N(); continue
while True: x = N(); break
with N() as x: x = x.prop
with N() as x, N() as y: pass
try: raise ValueError(N())\nexcept ValueError as e: x = e.args[0]
try: raise ValueError(N())\nexcept ValueError: pass\nfinally: x = N()
try: N().nothing\nexcept AttributeError: pass
try: [N()][5]\nexcept IndexError: pass
try: {}[N()]\nexcept KeyError: pass
try: N() @ N()\nexcept TypeError: pass
try: int(N(), N(), N())\nexcept TypeError: pass
try: len(N(), N())\nexcept TypeError: pass
try: g(N(), N(), z=N())\nexcept TypeError: pass
def f(a, b=N()): return a\nx = f(N()); x = f(x)
def f(*a, **k): return a, k\nx = f(N(), N(), q=N()); x = x[0]
def f(a): a = a.prop; return a\nx = f(N())
def f():\n    x = N()\n    def g(): return x\n    return g\nx = f(); x = x()
def f():\n    x = N()\n    def g():\n        nonlocal x\n        x = x.prop\n    g(); return x\nx = f()
def f():\n    yield N()\n    x = N()\n    x = yield x\nx = f(); next(x); next(x); x.close()
def f():\n    x = yield N()\n    y = yield x\nx = f(); next(x); x.send(N())\ndel x
def f():\n    r = yield from g()\n    return r\ndef g():\n    yield N(); return N()\nx = list(f())
x = lambda a=N(): a; x = x()
x = N(); x = x if x else N()
x = N() or N(); y = N() and N()
x = 1 if N() else 2
x = (y := N()).prop
x = N(); del x
x = [N()]; x.append(x[0]); x.pop(); x.clear()
x = {}; x[1] = N(); x.pop(1); x.setdefault(2, N()); x.update({3: N()})
x = sorted([N(), N()]); x = max(N(), N()); x = min([N(), N()])
x = list(map(N.meth, [N(), N()])); x = list(zip([N()], [N()])); x = list(enumerate([N()]))
x = isinstance(N(), N); x = getattr(N(), 'v'); x = getattr(N(), 'q', N()); x = hasattr(N(), 'z')
x = N(); setattr(x, 'q', N()); delattr(x, 'q')
x = type(N()); x = id(N()) > 0; x = repr((N(), [N()]))
match N():\n    case N(v=q): x = q
match (N(), [N(), N()]):\n    case (a, [b, *c]): x = c
match {'k': N()}:\n    case {'k': v, **r}: x = v
x = N(); assert x, N()
global gg\ngg = N(); gg = gg.prop; del gg
x = N(); y = x; x = y; x = x
x = (N(), (N(), N())); x = x[1]; x = x[0]
x = N(); x = [x]; x = (x,); x = {1: x}; x = x[1][0][0]
x = [N()] * 3; x = x * 2; x = x + x; x *= 2; x += [N()]
x = (N(),) * 3; x += (N(),)
x = N(); x = x.meth(x, x.prop)
x = N(); x.a = x.b = N(); x.a, x.b = x.b, x.a
x = N(); x = (x.v, x.prop)
print(end='', *[]) ; x = str(N()) + "{}".format(N()) + "%s" % N()
x = "abc"; x = x[1]; x = x + x; x = x.upper()
x = 10**30; x = x + 1; x = x * x; x = -x; x = x // 3; x = x == x; x = float(2**200); x = x * 1e300
x = iter([N(), N()]); x = next(x)
x = dict(a=N()); x = x.items(); x = list(x); x = x[0]; x = x[1]
x = N.__init__; x = N().meth.__self__; x = x.meth.__func__
x = super; x = S(); x = x.a.prop
import functools; x = functools.partial(N().meth, N()); x = x()
x = set(); x.add(N()); x = x | {N()}; x = x & x; x = x.pop()
x = memoryview(b'abc'); x = x[0]
x = slice(N(), N()); x = x.start
x = [N(), N()]; y, x = x
x = [N(), N()]; x[0], x[1] = x[1], x[0]
'''.strip().split('\n')
bad = 0
for s in snippets:
    code = s.replace('\\n', '\n')
    src = 'def run():\n' + '\n'.join('    ' + l for l in code.split('\n')) + '\n'
    for where in ('function', 'module', 'generator'):
        ns = {'N': N, 'S': S, 'g': lambda: 0}
        if where == 'function':
            exec(src, ns); f = ns['run']
        elif where == 'generator':
            exec(src + '    yield\n', ns); r = ns['run']
            f = lambda: list(r())
        else:
            if 'def ' in code:
                # A function and its globals are a cycle.
                continue
            try: c = compile(code, 's', 'exec')
            except SyntaxError: continue
            f = lambda: exec(c, {'N': N, 'S': S, 'g': lambda: 0})
        before = None
        counts = []
        for n in range(6):
            try: f()
            except Exception as e: counts.append(type(e).__name__)
            counts.append(len(live))
        grew = counts[-1] - counts[0] if all(isinstance(x, int) for x in counts) else counts
        if grew != 0:
            bad += 1
            print(where, repr(s), counts)
        del ns, f
        c = r = None
print('bad', bad, len(snippets))
