# print with sep, end, file and flush.
print()
print(1, 'a', None, [1, 'b'], (1,), {'k': 'v'}, b'x', 1.0, sep='|')
print('a', 'b', sep='')
print('a', 'b', sep=None, end=None)
print('no newline', end='')
print(' then', end='!\n')
print(*[1, 2, 3], sep=', ')
print('unicode é 日本 😀')
print('a\nb', 'tab\t.', sep='\n--\n')
import sys
sys.stdout.write('written\n')
print('to stdout', file=sys.stdout, flush=True)


class File:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append('flushed')


f = File()
print(1, 2, sep='-', file=f)
print('x', file=f, end='', flush=True)
print(file=f)
print(f.parts)
print('none file', file=None)
for op in ('print(sep=1)', 'print(end=5)', 'print(1, nope=2)', 'print(1, file=5)', 'print("x", sep=b"")', 'print(1, file=object())', 'print(1, flush=[], end="\\n")'):
    try:
        eval(op)
    except (TypeError, AttributeError) as e:
        print(op, '->', type(e).__name__, e)


class S:
    def __str__(self): raise ValueError('str failed')


try:
    print('before', S(), 'after')
except ValueError as e:
    print('|', e)
print(print('inner'))
sys.stdout.flush()
save, sys.stdout = sys.stdout, f
print('captured')
sys.stdout = save
print(f.parts[-2:])
