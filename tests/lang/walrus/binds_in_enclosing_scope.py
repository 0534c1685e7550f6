# := binds in the scope that holds the expression, through comprehensions.
if (n := 10) > 5:
    print(n)
print([y := 1, y ** 2, y + 2])
data = [1, 5, 3]
print([last := x for x in data], last)
print(any((hit := x) > 3 for x in data), hit)


def f():
    total = 0
    values = [total := total + v for v in range(5)]
    return values, total


print(f())


def g():
    [inner := i for i in range(3)]
    return inner, sorted(locals())


print(g())


def h():
    global made_global
    [made_global := i for i in 'abc']


h()
print(made_global)


def outer():
    x = 0

    def inner():
        nonlocal x
        return [x := i for i in range(4)]
    inner()
    return x


print(outer())
while chunk := data.pop() if data else None:
    print('chunk', chunk)
print((a := 1, b := 2), a, b)
print({(k := 'key'): (v := 3)}, k, v)
x = [0, 1, 2]
x[i := 1] = 5
print(x, i)
print(f'{(z := 5)} {z} {z:=4}')
lam = lambda: (q := 3) + q
print(lam())
print((lambda x=(d := 7): x)(), d)
print(len(s := 'abc'), s, max(m := [1, 2]), m)
assert (t := True)
del (t)
for source in ['x := 1', '(x.y := 1)', '(x[0] := 1)', 'def f(a := 1): pass', 'f(a := 1, b=c := 2)', '[i := 0 for i in x]', '[[(j := 0) for i in x] for j in y]', '((a, b) := 1)', 'f(x=y:=1)', 'lambda: x := 1', 'class C:\n [y := x for x in z]', '[x for x in (y := z)]', '{x := 1 for x in y}', 'del (x := 1)', '(x := 1) = 2', '(x := 1, 2)', 'with (x := y): pass', 'with (x := y) as z: pass', 'assert x := 1', 'x[y := 1, z := 2]', 'x[y:=1:2]', '(await := 1)']:
    try:
        compile(source, 's', 'exec')
        print(source, 'accepted')
    except SyntaxError as e:
        print(source.replace('\n', '|'), '->', e.msg)
