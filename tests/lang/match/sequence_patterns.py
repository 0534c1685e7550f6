# Sequence patterns match sequences, not strings, bytes or iterators.
def f(v):
    match v:
        case []: return 'empty'
        case [x]: return f'one {x}'
        case [1, *rest]: return f'starts with 1, rest {rest}'
        case (a, b): return f'two {a} {b}'
        case [first, *_, last] if first == last: return f'same ends {first}'
        case [[a, b], [c, *d], *e]: return f'nested {a} {b} {c} {d} {e}'
        case *init, 9: return f'ends with 9 {init}'
        case [_, _, *_]: return 'at least two'
        case str() | bytes(): return 'text'
        case _: return 'no sequence'


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i


import collections
class Lst(list): pass
for v in ([], (), [5], (1,), [1, 2, 3], (2, 3), [4, 5, 4], [[1, 2], [3, 4, 5], 6], [3, 2, 9], [1], [0, 1, 2], 'ab', b'ab', bytearray(b'ab'), {1, 2}, {1: 2, 3: 4}, iter([1, 2]), range(2), range(5), collections.deque([7, 8]), Lst([1, 2]), Seq(), memoryview(b'xy'), None, 5, (i for i in 'ab')):
    print(type(v).__name__, '->', f(v))
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
match 1, 2:
    case 1, x: print('bare tuple', x)
match [1, 2, 3, 4, 5]:
    case [a, *middle, b, c]: print(a, middle, b, c)
match [[1, 2], [3, 4]]:
    case [[a, *b], [*c, d]]: print(a, b, c, d)
match ():
    case (*all,): print('all', all)
match [1, 2]:
    case [int(), str()]: print('never')
    case [int() as a, int(b)]: print(a, b)
match ['cmd', 'arg']:
    case ['cmd', ('arg' | 'other') as which]: print(which)
a = 'before'
match [1, 2]:
    case [a, 3]: pass
    case _: print('a after failure', a in (1, 'before'))
match [1, 2], [1, 2]:
    case [x, y], [z, w]: print(x + y + z + w)
