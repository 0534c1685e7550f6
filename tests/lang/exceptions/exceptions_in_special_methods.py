# Exceptions raised inside protocol methods come out unchanged.
class Boom(Exception):
    pass


def raiser(name):
    def method(self, *args):
        raise Boom(name)
    return method


names = ['len', 'iter', 'contains', 'getitem', 'setitem', 'delitem', 'bool', 'int', 'float', 'index', 'str', 'repr', 'hash', 'eq', 'lt', 'add', 'radd', 'iadd', 'neg', 'call', 'enter', 'format', 'bytes', 'reversed', 'abs', 'round', 'getattr', 'setattr', 'delattr', 'dir', 'instancecheck', 'complex']
B = type('B', (), {f'__{n}__': raiser(n) for n in names if n not in ('getattr',)})
b = B()
sources = ['len(b)', 'list(b)', '1 in b', 'b[0]', 'b[0] = 1', 'del b[0]', 'not b', 'int(b)', 'float(b)', '[1][b]', 'str(b)', 'repr(b)', 'hash(b)', 'b == 1', 'b < 1', 'b + 1', '1 + b', 'b += 1', '-b', 'b()', 'f"{b}"', 'f"{b!r}"', 'bytes(b)', 'reversed(b)', 'abs(b)', 'round(b)', 'b.x = 1', 'del b.x', 'dir(b)', 'complex(b)', '{b: 1}', '{b}', 'b in [1]', '[1].index(b)', 'sorted([b, b])', 'max(b, b)', 'sum([b])', 'print(b)', '"%s" % b', '"{}".format(b)', 'range(b)', 'a, c = b', '[*b]', 'f(*b)', 'for x in b: pass', 'if b: pass', 'while b: pass', 'bool(b)', '[1, 2][b:]', '"a" * b', 'chr(b)', 'bin(b)', 'any([b])', 'all([b])', 'min([b, 1])', 'list(map(b, [1]))', 'isinstance(1, b)', 'zip(b)', 'enumerate(b)', 'tuple(b)', 'set(b)', 'dict(b)', 'b @ 1', 'iter(b)', 'next(b)', 'with b: pass', 'assert b', 'b and 1', '1 if b else 2', '0 < b < 1', 'hex(b)', '"".join(b)', 'divmod(b, 1)', 'pow(b, 2)']
for source in sources:
    try:
        exec(source)
        print(source, 'no exception')
    except Boom as e:
        print(source, '->', e)
    except TypeError as e:
        print(source, '-> TypeError', e)
    except NameError as e:
        print(source, '-> NameError', e)
