# A B-tree as a sorted mapping: insertion with splits, deletion with merges, range scans, checking.
import operator


class Node:
    __slots__ = ('keys', 'values', 'children')

    def __init__(self, keys=(), values=(), children=()):
        self.keys, self.values, self.children = list(keys), list(values), list(children)

    @property
    def leaf(self): return not self.children

    def find(self, key):
        low, high = 0, len(self.keys)
        while low < high:
            mid = (low + high) // 2
            if self.keys[mid] < key:
                low = mid + 1
            else:
                high = mid
        return low, low < len(self.keys) and self.keys[low] == key


class BTree:
    def __init__(self, t=2):
        self.t, self.root, self.length = t, Node(), 0

    def __len__(self): return self.length

    def __getitem__(self, key):
        if isinstance(key, slice):
            return list(self.scan(self.root, key.start, key.stop))
        node = self.root
        while True:
            i, found = node.find(key)
            if found:
                return node.values[i]
            if node.leaf:
                raise KeyError(key)
            node = node.children[i]

    def __contains__(self, key):
        try:
            return self[key] is not NotImplemented
        except KeyError:
            return False

    def __setitem__(self, key, value):
        if len(self.root.keys) == 2 * self.t - 1:
            self.root = Node(children=[self.root])
            self.split(self.root, 0)
        node = self.root
        while True:
            i, found = node.find(key)
            if found:
                node.values[i] = value
                return
            if node.leaf:
                node.keys.insert(i, key)
                node.values.insert(i, value)
                self.length += 1
                return
            if len(node.children[i].keys) == 2 * self.t - 1:
                self.split(node, i)
                continue
            node = node.children[i]

    def split(self, parent, i):
        t, child = self.t, parent.children[i]
        right = Node(child.keys[t:], child.values[t:], child.children[t:])
        parent.keys.insert(i, child.keys[t - 1])
        parent.values.insert(i, child.values[t - 1])
        parent.children.insert(i + 1, right)
        del child.keys[t - 1:], child.values[t - 1:], child.children[t:]

    def __delitem__(self, key):
        self.delete(self.root, key)
        self.length -= 1
        if not self.root.keys and self.root.children:
            self.root, = self.root.children

    def delete(self, node, key):
        i, found = node.find(key)
        if found and node.leaf:
            del node.keys[i], node.values[i]
        elif found:
            left, right = node.children[i:i + 2]
            if len(left.keys) >= self.t:
                node.keys[i], node.values[i] = self.extreme(left, -1)
                self.delete(left, node.keys[i])
            elif len(right.keys) >= self.t:
                node.keys[i], node.values[i] = self.extreme(right, 0)
                self.delete(right, node.keys[i])
            else:
                self.merge(node, i)
                self.delete(left, key)
        elif node.leaf:
            raise KeyError(key)
        else:
            self.delete(self.fill(node, i), key)

    def extreme(self, node, end):
        while node.children:
            node = node.children[end]
        return node.keys[end], node.values[end]

    def fill(self, node, i):
        child = node.children[i]
        if len(child.keys) >= self.t:
            return child
        if i and len(node.children[i - 1].keys) >= self.t:
            left = node.children[i - 1]
            child.keys.insert(0, node.keys[i - 1])
            child.values.insert(0, node.values[i - 1])
            node.keys[i - 1], node.values[i - 1] = left.keys.pop(), left.values.pop()
            if left.children:
                child.children.insert(0, left.children.pop())
        elif i < len(node.keys) and len(node.children[i + 1].keys) >= self.t:
            right = node.children[i + 1]
            child.keys.append(node.keys[i])
            child.values.append(node.values[i])
            node.keys[i], node.values[i] = right.keys.pop(0), right.values.pop(0)
            if right.children:
                child.children.append(right.children.pop(0))
        else:
            i = min(i, len(node.keys) - 1)
            self.merge(node, i)
            return node.children[i]
        return child

    def merge(self, node, i):
        left, right = node.children[i], node.children.pop(i + 1)
        left.keys += [node.keys.pop(i), *right.keys]
        left.values += [node.values.pop(i), *right.values]
        left.children += right.children

    def scan(self, node, low=None, high=None):
        start = 0 if low is None else node.find(low)[0]
        for i in range(start, len(node.keys) + 1):
            if node.children:
                yield from self.scan(node.children[i], low, high)
            if i < len(node.keys):
                if high is not None and not node.keys[i] < high:
                    return
                yield node.keys[i], node.values[i]

    def __iter__(self): return map(operator.itemgetter(0), self.scan(self.root))

    def check(self, node=None, low=None, high=None, root=True):
        node = node or self.root
        assert node.keys == sorted(node.keys), 'unsorted'
        assert root or self.t - 1 <= len(node.keys) <= 2 * self.t - 1, f'{len(node.keys)} keys'
        assert all((low is None or low < k) and (high is None or k < high) for k in node.keys), 'out of range'
        if node.leaf:
            return 1
        assert len(node.children) == len(node.keys) + 1
        bounds = [low, *node.keys, high]
        depths = {self.check(c, bounds[i], bounds[i + 1], False) for i, c in enumerate(node.children)}
        assert len(depths) == 1, 'unbalanced'
        return depths.pop() + 1


state = 12345


def rnd(n):
    global state
    state = state * 1103515245 + 12345 & 0x7fffffff
    return state >> 8 & 0xffff if n is None else (state >> 8) % n


for t in (2, 3, 8):
    tree, model = BTree(t), {}
    heights = []
    for step in range(600):
        key = rnd(200)
        if rnd(3) and step < 400 or not model:
            tree[key] = model[key] = step
        else:
            key = sorted(model)[rnd(len(model))] if rnd(4) else key
            try:
                del tree[key]
                del model[key]
            except KeyError as e:
                assert key not in model and e.args == (key,)
        if step % 150 == 0:
            heights.append(tree.check())
        assert len(tree) == len(model)
    tree.check()
    print(t, len(tree), heights, list(tree) == sorted(model), tree[50:60] == sorted((k, v) for k, v in model.items() if 50 <= k < 60))
b = BTree()
for w in 'the quick brown fox jumps over a lazy dog again and again'.split():
    b[w] = len(w)
print(list(b), b['fox'], 'cat' in b, b['b':'g'], b.check())
for bad in (lambda: b['cat'], lambda: b.__delitem__('cat'), lambda: b.__setitem__(5, 5)):
    try:
        bad()
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
