# Only the first true branch runs and later conditions are not evaluated.
def c(v):
    print('test', v)
    return v


if c(0):
    print('a')
elif c(''):
    print('b')
elif c('yes'):
    print('c')
elif c(1):
    print('d')
else:
    print('e')
if c(0): pass
else: print('else')
if c([]) or c(()) or c({1: 2}):
    print('or')
if c(1) and (c(2) and not c(0)):
    print('and')
if not (c(0) or c(5)):
    print('never')
elif None:
    print('never')
elif True:
    print('constant')
if c(1) if c(0) else c(2):
    print('conditional')
if (c(1) < 2) == True:
    print('compare')
x = 5
if 0 < x < 3 or x == 5 and x is not None:
    print('mixed')
if x in (1, 5): print('in tuple')
if x not in [5]: print('never')
else: print('not in')


def nested(a, b):
    if a:
        if b:
            return 'both'
    else:
        return 'not a'
    return 'a only'


print(nested(1, 1), nested(1, 0), nested(0, 1))
if "": print('never')
if 0.0 or 0j or b'' or range(0): print('never')
if (lambda: 0): print('function is true')
