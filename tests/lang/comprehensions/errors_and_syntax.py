# Errors in comprehensions at run time and at compile time.
for source in ['[x for x in 5]', '{x for x in [[]]}', '{[]: 1 for _ in "a"}', '[a for a, b in [(1,)]]', '[x.y for x in [1]]', '[u for x in [1]]', '[x for x in [1] if u]', '[x for x in u]', '{1: 2 for x in None}', '[*x for x in [1]]', '[x, y for x in z]', '{**x for x in y}', '[for x in y]', '[x for]', '[x for x]', '[x for x in]', '[x for 1 in y]', '[x for f() in y]', '[x for x in y if]', '{x: y, z for x in y}', '[x for x in y, z]', '[x for x in lambda: y, 1]', '[(yield x) for x in y]', '[x for x in *y]', '(x for x in y for)', '[x if y for x in z]', '[x for x in 1 if 1 else 2]', '{x: for x in y}', '[x for x += 1 in y]', '{*x for x in y}', 'f(x for x in y, z=1)', '[x for (x, y in z)]', '[i for i in range(3) i]', '(*x for x in y)', '{a: *b for a in c}']:
    try:
        print(source, '->', eval(source))
    except SyntaxError as e:
        print(source, '->', e.msg)
    except Exception as e:
        print(source, '->', type(e).__name__, e)


class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise ValueError('broken iterator')
        return self.n


for make in (lambda: [x for x in It(2)], lambda: {x for x in It(0)}, lambda: {x: 1 for x in It(1)}, lambda: list(x for x in It(1))):
    try:
        make()
    except ValueError as e:
        print(e)
out = []
try:
    [out.append(x) for x in It(3)]
except ValueError:
    print(out)
