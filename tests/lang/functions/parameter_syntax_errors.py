# Parameter lists and argument lists that are refused.
for source in ['def f(a, a): pass', 'def f(a=1, b): pass', 'def f(*): pass', 'def f(*, **k): pass', 'def f(a, /, b, /): pass', 'def f(/): pass', 'def f(*a, /): pass',
               'def f(*a, *b): pass', 'def f(**k, a): pass', 'def f(**k, *a): pass', 'def f(**k=1): pass', 'def f(*a=1): pass', 'def f(a, (b, c)): pass', 'def f(1): pass',
               'def f(a.b): pass', 'def f(a, *, a): pass', 'def f(*a, a): pass', 'lambda a, a: 1', 'lambda a=1, b: 1', 'lambda *: 1', 'lambda *, **k: 1', 'lambda **k, a: 1', 'lambda /: 1', 'def f(a=1, /, b): pass',
               'f(a=1, 2)', 'f(**k, 1)', 'f(**k, *a)', 'f(a=1, a=2)', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'f(a, b for b in c, d)', 'f(1=2)', 'f(a.b=1)', 'f(a+b=1)', 'f("s"=1)', 'f(True=1)', 'f(a b)', 'f(a, b c)', 'f(*)', 'f(**)', 'f(a=)', 'f(,)', 'f(a,,b)',
               'f(a for a in b for c in d)', 'f((yield)=1)', 'f(lambda: 1=2)', 'class C(a for a in b): pass', 'class C(x=1, y): pass', 'def f(a:int=1, b): pass', 'def f(a, b):', 'def f(: pass', 'def f() pass', 'def (): pass', 'def f(a, *, ): pass', 'def f(*args: *int): pass', 'def f(**kw: *int): pass', 'def f(a: *int): pass', 'f(**a=1)', 'f(a := 1, b=2)', 'f(a := b := 1)']:
    try:
        compile(source, 's', 'exec')
        print(source, 'accepted')
    except SyntaxError as e:
        print(source, '->', e.msg)
