# Calls and definitions with hundreds of parameters.
names = [f'p{i}' for i in range(300)]
source = f'def f({", ".join(names)}):\n return p0, p150, p299\n'
ns = {}
exec(source, ns)
f = ns['f']
print(f(*range(300)))
print(eval(f'f({", ".join(map(str, range(300)))})', ns))
print(f(**{n: i for i, n in enumerate(names)}))
print(eval('f(' + ', '.join(f'{n}={i}' for i, n in enumerate(names)) + ')', ns))
try:
    f(*range(299))
except TypeError as e:
    print(e)
try:
    f(*range(301))
except TypeError as e:
    print(e)
try:
    f(*range(298))
except TypeError as e:
    print(e)
try:
    f()
except TypeError as e:
    print(str(e)[:60], str(e)[-40:])
body = '\n'.join(f' v{i} = {i}' for i in range(400)) + '\n return ' + ' + '.join(f'v{i}' for i in range(400))
exec('def g():\n' + body, ns)
print(ns['g']())
exec('def h(' + ', '.join(f'a{i}={i}' for i in range(260)) + ', *, ' + ', '.join(f'k{i}={i}' for i in range(260)) + '):\n return a259 + k259', ns)
print(ns['h'](), ns['h'](a259=0), ns['h'](k259=1))
print(eval('(lambda ' + ', '.join(f'a{i}' for i in range(256)) + ': a255)(' + ', '.join('0' for _ in range(255)) + ', "last")'))
