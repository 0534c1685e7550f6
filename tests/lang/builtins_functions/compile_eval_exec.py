# compile modes, flags, code objects and their errors.
code = compile('1 + 1', '<name>', 'eval')
print(eval(code), code.co_filename, code.co_name, type(code).__name__)
ns = {}
exec(compile('x = 1\ny = x + 1', 'f', 'exec'), ns)
print(ns['y'])
exec(compile('5\n', 'f', 'single'))
exec(compile('None\n', 'f', 'single'))
exec(compile('a = 3; a\n', 'f', 'single'))
exec(compile('for i in range(2): i\n', 'f', 'single'))
for args in [('1 +', 'f', 'eval'), ('x = 1', 'f', 'eval'), ('1', 'f', 'nope'), ('', 'f', 'eval'), ('', 'f', 'single'), ('1\n2\n', 'f', 'single'), (5, 'f', 'exec'), ('1', 5, 'exec'), ('x', 'f'), ('\x00', 'f', 'exec'), ('(' * 300, 'f', 'eval'), ('1\n\n', 'f', 'eval'), ('  1', 'f', 'eval'), ('  1', 'f', 'exec'), ('\n\n1', 'f', 'eval'), ('x;y', 'f', 'eval'), ('lambda: (yield)', 'f', 'eval'), ('yield', 'f', 'eval'), ('[i for i in x]', 'f', 'eval'), ('def f(): pass', 'f', 'single'), ('if 1:\n pass', 'f', 'single')]:
    try:
        compile(*args)
        print(repr(args[0])[:20], args[-1], 'ok')
    except SyntaxError as e:
        print(repr(args[0])[:20], args[-1], '->', type(e).__name__, e.msg, e.lineno, e.offset)
    except (TypeError, ValueError) as e:
        print(repr(args[0])[:20], args[-1], '->', type(e).__name__, e)


def f(a, b=1):
    c = a
    return lambda: c


co = f.__code__
print(co.co_consts[0], co.co_names, co.co_varnames, co.co_cellvars, co.co_stacksize >= 0, len(co.co_code) > 0)
print([k.co_name for k in co.co_consts if hasattr(k, 'co_name')])
for fn in (f, 5, 'text', None):
    try:
        exec(fn)
        print('ok')
    except (TypeError, NameError) as e:
        print(e)
try:
    exec(co)
except TypeError as e:
    print(e)
freevar_code = f(1).__code__
try:
    exec(freevar_code)
except TypeError as e:
    print(e)
print(eval('a + b', {'a': 1}, {'b': 2}), eval('[a for _ in range(2)]', {'a': 1}, {'a': 2}), eval(b'1 + 2'))
try:
    eval('x', {'__builtins__': {}})
except NameError as e:
    print(e)
exec('def g(): return h()\ndef h(): return "h"', shared := {})
print(shared['g']())
exec('import math\nresult = math.floor(2.5)', shared)
print(shared['result'])
print(co == f.__code__, compile('1', 'a', 'eval') == compile('1', 'a', 'eval'), hash(co) == hash(f.__code__))
g = co.replace(co_name='renamed')
print(g.co_name, list(co.co_lines())[0][2] == co.co_firstlineno)
