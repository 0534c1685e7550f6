# A mapping proxy shows a mapping and lets nobody write.
from types import MappingProxyType as P, SimpleNamespace
p = P({'a': 1})
print(p, str(p), p['a'], p.get('b', 3), len(p), list(p), 'a' in p, p.copy(), p | {'b': 2}, {'b': 2} | p, p == {'a': 1}, p == P({'a': 1}), list(reversed(p)), p.keys(), P(p), P[int, str])
def set_item():
    p['a'] = 1
def delete_item():
    del p['a']
def merge():
    q = p
    q |= {}
for attempt in (set_item, delete_item, merge, lambda: p['b'], lambda: hash(p), lambda: p < {}, lambda: P([]), lambda: P(), lambda: P(SimpleNamespace()), lambda: p | 1, lambda: p.update, lambda: hash(P(5)) if False else P('a')[0]):
    try:
        print(attempt())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
