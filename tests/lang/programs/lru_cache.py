# An LRU cache on a doubly linked list, used as a decorator and as a mapping.
class Node:
    __slots__ = ('key', 'value', 'prev', 'next')

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    def __init__(self, capacity, *, on_evict=None):
        if capacity <= 0:
            raise ValueError(f'capacity must be positive, not {capacity}')
        self.capacity = capacity
        self.on_evict = on_evict
        self._map = {}
        self._root = Node()
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _push_front(self, node):
        first = self._root.next
        node.prev, node.next = self._root, first
        first.prev = self._root.next = node

    def __getitem__(self, key):
        try:
            node = self._map[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._push_front(node)
        return node.value

    def __setitem__(self, key, value):
        if (node := self._map.get(key)) is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self._map) >= self.capacity:
                self._evict()
            node = self._map[key] = Node(key, value)
        self._push_front(node)

    def __delitem__(self, key):
        self._unlink(self._map.pop(key))

    def _evict(self):
        last = self._root.prev
        self._unlink(last)
        del self._map[last.key]
        if self.on_evict:
            self.on_evict(last.key, last.value)

    def __contains__(self, key):
        return key in self._map

    def __len__(self):
        return len(self._map)

    def __iter__(self):
        node = self._root.next
        while node is not self._root:
            yield node.key
            node = node.next

    def __repr__(self):
        return f'LRU({", ".join(f"{k!r}: {self._map[k].value!r}" for k in self)})'

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default


def cached(capacity):
    def decorate(fn):
        cache = LRU(capacity)

        def wrapper(*args, **kwargs):
            key = (args, tuple(sorted(kwargs.items())))
            try:
                return cache[key]
            except KeyError:
                result = cache[key] = fn(*args, **kwargs)
                return result
        wrapper.cache = cache
        wrapper.__name__ = fn.__name__
        return wrapper
    return decorate


evicted = []
c = LRU(3, on_evict=lambda k, v: evicted.append((k, v)))
for i, k in enumerate('abcd'):
    c[k] = i
print(c, evicted, len(c), 'a' in c, 'b' in c)
print(c['b'], c.get('zz', 'none'), c)
c['e'] = 9
print(c, evicted)
c['b'] = 'new'
print(c, list(c))
del c['d']
print(c, c.hits, c.misses)
for bad in (lambda: c['nope'], lambda: c.__delitem__('nope'), lambda: LRU(0), lambda: c[[]]):
    try:
        bad()
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)

calls = []


@cached(50)
def fib(n):
    calls.append(n)
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40), len(calls), fib.cache.hits, fib.cache.misses, fib.__name__)


@cached(2)
def area(w, h=1, *, unit='m'):
    calls.append((w, h))
    return f'{w * h}{unit}'


calls.clear()
print(area(1, 2), area(1, 2), area(1, h=2), area(3, unit='cm'), area(1, 2), len(calls))
big = LRU(1000)
for i in range(5000):
    big[i % 1500] = i
print(len(big), list(big)[:3], big.hits)
