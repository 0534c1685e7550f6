# str.format: fields, attributes, indices, conversions, nested specs, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class P:
    x = 5
    def __init__(self): self.d = {"k": [1, 2, 3]}
p = P()
check("'{} {}'.format(1, 2)", "'{1} {0} {1}'.format('a', 'b')", "'{a} {b}'.format(a=1, b=2)", "'{0[k]} {0[1]}'.format({'k': 1, 1: 2})", "'{.x} {.d[k][2]}'.format(p, p)", "'{p.d[k]}'.format(p=p)", "'{!r} {!s} {!a}'.format('é', 'é', 'é')", "'{:>5}|{:<5}|{:^5}'.format(1, 2, 3)", "'{:{}}'.format(5, 10)", "'{0:{1}.{2}}'.format(3.14159, 10, 3)", "'{:{fill}{align}{width}}'.format('x', fill='*', align='^', width=7)", "'{{}} {{{}}}'.format(1)", "'{'.format()", "'}'.format()", "'{}'.format()", "'{} {0}'.format(1)", "'{0} {}'.format(1)", "'{a}'.format()", "'{0.y}'.format(1)", "'{0[9]}'.format([1])", "'{0[x]}'.format([1])", "'{!x}'.format(1)", "'{!}'.format(1)", "'{!r'.format(1)", "'{:d}'.format('a')", "'{:s}'.format(1)", "'{0[}'.format([1])", "'{0[]}'.format([1])", "'{0.}'.format([1])", "'{0x}'.format(1)", "'{ 0}'.format(1)", "'{0 }'.format(1)", "'{-1}'.format(1)", "'{99999999999999999999}'.format(1)", "'{:{:{}}}'.format(1, 2, 3)", "'{!rr}'.format(1)", "'{0!r:>8}'.format('a')", "'{:%Y}'.format(5)", "'{}'.format(*[1, 2])", "'{x}{y}'.format(**{'x': 1, 'y': 2})", "'{0[-1]}'.format([1, 2])", "'{a.b}'.format(a=p)", "'{:}'.format(3)", "'{0:}'.format(None)", "'{:5}'.format(None)", "'{:>{w}}'.format('a')", "'{}{}'.format(1)", "'{é}'.format(é=1)", "'{self}'.format(self=3)", "'{0[a]b}'.format({})", "'}{'.format(1)", "'{:{{}}}'.format(1)")
