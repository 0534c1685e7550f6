# Mapping patterns look up keys and may bind the rest.
def f(v):
    match v:
        case {'type': 'point', 'x': x, 'y': y}: return f'point {x} {y}'
        case {'type': 'list', 'items': [first, *_], **rest}: return f'list {first} {rest}'
        case {1: one, -2: two}: return f'numbers {one} {two}'
        case {'a': {'b': {'c': deep}}}: return f'deep {deep}'
        case {'k': None | True as v}: return f'k {v}'
        case {**everything} if len(everything) > 2: return f'many {everything}'
        case {}: return 'mapping'
        case _: return 'other'


import collections
class D(dict):
    def __missing__(self, k):
        print('missing', k)
        return 'default'


for v in ({'type': 'point', 'x': 1, 'y': 2, 'z': 3}, {'type': 'point', 'x': 1}, {'type': 'list', 'items': 'ab'}, {'type': 'list', 'items': [1, 2], 'extra': 5}, {1: 'one', -2: 'two'}, {True: 'true is 1', -2.0: 't'}, {'a': {'b': {'c': 9}}}, {'k': True}, {'k': 1}, {'k': None}, {1: 2, 3: 4, 5: 6}, {}, [], 'x', None, D(), D(type='point'), collections.OrderedDict(k=True), collections.defaultdict(list), collections.ChainMap({'k': None}), collections.Counter('k')):
    print(type(v).__name__, '->', f(v))


class Keys:
    TYPE = 'type'


match {'type': 5}:
    case {Keys.TYPE: t}: print('value key', t)
original = {'a': 1, 'b': 2}
match original:
    case {'a': a, **rest}:
        rest['c'] = 3
        print(a, rest, original)
for source in ['match x:\n case {"a": 1, "a": 2}: pass', 'match x:\n case {**rest, "a": 1}: pass', 'match x:\n case {a: 1}: pass', 'match x:\n case {**_}: pass', 'match x:\n case {f(): 1}: pass', 'match x:\n case {"a": x, "b": x}: pass', 'match x:\n case {"a"}: pass', 'match x:\n case {**a, **b}: pass', 'match x:\n case {1 + 1: y}: pass', 'match x:\n case {f"a": y}: pass', 'match x:\n case {-1: y, +1: z}: pass']:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg)
class DynKeys:
    A = 'same'
    B = 'same'


try:
    match {'same': 1}:
        case {DynKeys.A: 1, DynKeys.B: 1}: print('never')
except ValueError as e:
    print(e)
