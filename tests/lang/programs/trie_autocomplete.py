# A trie as a mutable mapping with prefix search, wildcards and fuzzy lookup.
class Trie:
    class _Missing:
        def __repr__(self): return '<missing>'
    _missing = _Missing()

    def __init__(self, items=()):
        self.children, self.value = {}, self._missing
        self.size = 0
        for key, value in dict(items).items():
            self[key] = value

    def _walk(self, key, create=False):
        node = self
        for ch in key:
            if create:
                node = node.children.setdefault(ch, Trie())
            else:
                node = node.children.get(ch)
                if node is None:
                    return None
        return node

    def __setitem__(self, key, value):
        node = self._walk(key, create=True)
        if node.value is self._missing:
            self.size += 1
        node.value = value

    def __getitem__(self, key):
        node = self._walk(key)
        if node is None or node.value is self._missing:
            raise KeyError(key)
        return node.value

    def __delitem__(self, key):
        path = [(self, None)]
        for ch in key:
            node = path[-1][0].children.get(ch)
            if node is None:
                raise KeyError(key)
            path.append((node, ch))
        if path[-1][0].value is self._missing:
            raise KeyError(key)
        path[-1][0].value = self._missing
        self.size -= 1
        while len(path) > 1:
            node, ch = path.pop()
            if node.children or node.value is not self._missing:
                break
            del path[-1][0].children[ch]

    def __len__(self): return self.size
    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True
    def __iter__(self): return (k for k, _ in self.items())
    def items(self, prefix=''):
        node = self._walk(prefix)
        if node is not None:
            yield from node._items(prefix)
    def _items(self, path):
        if self.value is not self._missing:
            yield path, self.value
        for ch in sorted(self.children):
            yield from self.children[ch]._items(path + ch)
    def match(self, pattern, path=''):
        if not pattern:
            if self.value is not self._missing:
                yield path
            return
        head, rest = pattern[0], pattern[1:]
        match head:
            case '?':
                for ch, child in sorted(self.children.items()):
                    yield from child.match(rest, path + ch)
            case '*':
                yield from self.match(rest, path)
                for ch, child in sorted(self.children.items()):
                    yield from child.match(pattern, path + ch)
            case _ if head in self.children:
                yield from self.children[head].match(rest, path + head)
    def fuzzy(self, word, distance):
        first = list(range(len(word) + 1))
        def visit(node, path, previous):
            if node.value is not self._missing and previous[-1] <= distance:
                found.append((previous[-1], path))
            for ch, child in node.children.items():
                row = [previous[0] + 1]
                for i, c in enumerate(word, 1):
                    row.append(min(row[-1] + 1, previous[i] + 1, previous[i - 1] + (c != ch)))
                if min(row) <= distance:
                    visit(child, path + ch, row)
        found = []
        visit(self, '', first)
        return sorted(found)
    def longest_prefix(self, text):
        node, best = self, None
        for i, ch in enumerate(text):
            if node.value is not self._missing:
                best = text[:i]
            if (node := node.children.get(ch)) is None:
                return best
        return text if node.value is not self._missing else best
    def count_nodes(self): return 1 + sum(c.count_nodes() for c in self.children.values())


words = 'the quick brown fox jumps over the lazy dog then there their theme thesis quiet quit quite queen brow bro'.split()
t = Trie()
for n, w in enumerate(words):
    t[w] = n
print(len(t), t['fox'], t['the'], 'bro' in t, 'br' in t, 'browns' in t, t.count_nodes())
print(list(t), dict(t.items('qui')), list(t.items('zzz')))
print(list(t.match('the??')), list(t.match('*o*')), list(t.match('q*t?')), set(t.match('**')) == set(words))
print(t.fuzzy('quik', 1), t.fuzzy('thier', 2), t.fuzzy('dog', 0), t.fuzzy('', 3))
print(t.longest_prefix('brownish'), t.longest_prefix('thesisx'), t.longest_prefix('xyz'), t.longest_prefix('the'))
before = t.count_nodes()
for w in ('brown', 'the', 'dog'):
    del t[w]
print(len(t), 'brow' in t, 'then' in t, before - t.count_nodes(), dict(t.items('bro')))
for bad in (lambda: t['nope'], lambda: t.__delitem__('qu'), lambda: t.__delitem__('zz'), lambda: t[5]):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
t[''] = 'empty key'
print(t[''], next(iter(t)) == '', len(t))
for w in list(t):
    del t[w]
print(len(t), t.count_nodes(), t.children)
