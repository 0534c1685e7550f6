# __int__, __float__, __index__, __complex__, __bool__, __str__, __bytes__ and their wrong results.
def make(**methods):
    return type('M', (), {f'__{k}__': (lambda v: lambda self, *a: v)(v) for k, v in methods.items()})()


cases = [
    ('int(x)', dict(int=5)), ('int(x)', dict(int='5')), ('int(x)', dict(index=6)), ('int(x)', dict(float=1.5)), ('int(x)', {}),
    ('float(x)', dict(float=1.5)), ('float(x)', dict(float=1)), ('float(x)', dict(index=3)), ('float(x)', dict(int=3)), ('float(x)', dict(float='x')),
    ('complex(x)', dict(complex=1j)), ('complex(x)', dict(complex=1)), ('complex(x)', dict(float=2.0)), ('complex(x)', dict(index=4)), ('complex(x)', {}),
    ('bool(x)', dict(bool=True)), ('bool(x)', dict(bool=1)), ('bool(x)', dict(bool=None)), ('bool(x)', dict(len=0)), ('bool(x)', {}),
    ('str(x)', dict(str='s')), ('str(x)', dict(str=5)), ('str(x)', dict(repr='r')), ('str(x)', dict(repr=None)), ('repr(x)', dict(repr='r', str='s')), ('repr(x)', dict(repr=b'x')),
    ('bytes(x)', dict(bytes=b'b')), ('bytes(x)', dict(bytes='b')), ('bytes(x)', dict(index=3)), ('bytes(x)', dict(iter=iter([65, 66]))), ('bytes(x)', {}),
    ('[0, 1, 2][x]', dict(index=1)), ('[0, 1, 2][x]', dict(index='1')), ('[0, 1, 2][x]', dict(int=1)), ('"ab" * x', dict(index=2)), ('hex(x)', dict(index=255)), ('range(x)', dict(index=2)), ('[1,2,3][x:]', dict(index=1)), ('[1][x:]', dict(int=1)),
    ('hash(x)', dict(hash=5)), ('hash(x)', dict(hash=2**70) ), ('hash(x)', dict(hash='x')), ('hash(x)', dict(hash=-1)), ('hash(x)', dict(hash=True)),
    ('format(x)', dict(format='f')), ('format(x)', dict(format=5)), ('iter(x)', dict(iter=5)), ('iter(x)', dict(iter=[1])), ('dir(x)', dict(dir=['b', 'a'])), ('dir(x)', dict(dir=5)), ('dir(x)', dict(dir=('z', 'y'))),
    ('round(x)', dict(round=5)), ('round(x)', {}), ('abs(x)', dict(abs='abs')), ('abs(x)', {}), ('divmod(x, 1)', dict(divmod='d')), ('reversed(x)', dict(reversed='r')), ('reversed(x)', {}), ('len(x)', dict(len='x')), ('chr(x)', dict(index=65)), ('x.nope', dict(getattr='dynamic')), ('int(x, 10)', dict(index=1)), ('int("10", x)', dict(index=2)), ('round(1.2345, x)', dict(index=2)), ('pow(2, x)', dict(index=2)), ('x < 1', dict(lt='lt')), ('isinstance(1, x)', dict(instancecheck=True)), ('issubclass(int, x)', dict(subclasscheck=[])), ('next(x)', dict(next='n')), ('-x', dict(neg='neg')), ('sum([x])', dict(radd='radd')), ('print(x)', dict(str='printed')),
]
for source, methods in cases:
    x = make(**methods)
    try:
        result = eval(source)
        print(source, methods if 'iter' not in methods else 'iter', '->', result if not isinstance(result, range) else list(result))
    except (TypeError, AttributeError, ValueError) as e:
        print(source, methods, '->', type(e).__name__, e)
