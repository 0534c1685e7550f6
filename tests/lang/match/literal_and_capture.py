# Literal, value, wildcard, capture and or-patterns, with guards.
class Color:
    RED = 1
    GREEN = 'green'
    class Deep:
        BLUE = 3.5


def f(v):
    match v:
        case 0: return 'zero'
        case -1 | -2.5: return 'negative literal'
        case 1 + 2j | -1j: return 'complex'
        case 'text' "joined": return 'string'
        case b'bytes': return 'bytes'
        case True: return 'True'
        case None: return 'None'
        case Color.RED: return 'never reached, 1 == True does not match is'
        case Color.GREEN | Color.Deep.BLUE: return 'value'
        case 'x' | 'y' as letter: return f'letter {letter}'
        case int() as n if n > 1000: return f'big {n}'
        case (7): return 'parenthesised'
        case """triple""": return 'triple'
        case 0x10 | 1_000: return 'other spelling'
        case float(): return 'some float'
        case other if other: return f'captured {other!r}'
        case _: return 'falsy'


for v in (0, 0.0, False, -1, -2.5, 1 + 2j, -1j, 'textjoined', b'bytes', True, 1, 1.0, None, 'green', 3.5, 'x', 5000, 7, 'triple', 16, 1000, 2.25, 'other', '', [], [1], (), {}):
    print(repr(v), '->', f(v))
match 5:
    case x: pass
print(x)
match 'subject', 2:
    case a, b: print(a, b)
match (y := 3):
    case 3: print('walrus', y)
result = 'unchanged'
match 5:
    case 6: result = 'never'
print(result)


class Eq:
    def __eq__(self, o):
        print('eq', o)
        return o == 3


match Eq():
    case 1: print('one')
    case 2 | 3 | 4: print('three')
match float('nan'):
    case float() as n: print(n)
