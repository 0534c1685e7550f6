# `f_locals` of a function is a mapping that cannot lose entries.
import sys
def f():
    x = 1
    y = 2
    proxy = sys._getframe().f_locals
    proxy['x'] = 10
    proxy['new'] = 5
    proxy.update({'y': 20})
    print(x, y, proxy['new'], 'new' in proxy, 'zz' in proxy, len(proxy), proxy.get('q', 7), proxy.setdefault('s', 3), list(proxy))
    for attempt in (lambda: proxy['zz'], lambda: proxy.__delitem__('x'), lambda: proxy.pop('x'), lambda: proxy.clear(), lambda: proxy.popitem(), lambda: hash(proxy), lambda: type(proxy)()):
        try:
            attempt()
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            print(type(error).__name__, error)
    print(type(proxy).__name__, proxy == proxy, proxy.copy()['x'], list(reversed(proxy))[0], (proxy | {'k': 1})['k'])
f()
