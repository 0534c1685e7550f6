# Differences of texts by Myers' algorithm, unified output, patches, three-way merge, edit distance.
from itertools import groupby


def myers(a, b):
    n, m = len(a), len(b)
    v, trace = {1: 0}, []
    for d in range(n + m + 1):
        trace.append(v.copy())
        for k in range(-d, d + 1, 2):
            x = v[k + 1] if k == -d or k != d and v[k - 1] < v[k + 1] else v[k - 1] + 1
            y = x - k
            while x < n and y < m and a[x] == b[y]:
                x, y = x + 1, y + 1
            v[k] = x
            if x >= n and y >= m:
                return list(backtrack(trace, a, b))[::-1]


def backtrack(trace, a, b):
    x, y = len(a), len(b)
    for d in range(len(trace) - 1, -1, -1):
        v, k = trace[d], x - y
        prev = k + 1 if k == -d or k != d and v[k - 1] < v[k + 1] else k - 1
        px = v[prev]
        py = px - prev
        while x > px and y > py and x > 0 and y > 0:
            x, y = x - 1, y - 1
            yield ' ', x, y
        if d:
            yield ('+', x, y - 1) if x == px else ('-', x - 1, y)
            x, y = px, py


def unified(a, b, context=2):
    ops = myers(a, b)
    keep = [False] * len(ops)
    for i, (op, *_) in enumerate(ops):
        if op != ' ':
            keep[max(0, i - context):i + context + 1] = [True] * (min(len(ops), i + context + 1) - max(0, i - context))
    for wanted, group in groupby(zip(keep, ops), key=lambda t: t[0]):
        if wanted:
            hunk = [op for _, op in group]
            old = [x for op, x, y in hunk if op != '+']
            new = [y for op, x, y in hunk if op != '-']
            start = lambda ns, other: ns[0] + 1 if ns else other
            yield f'@@ -{start(old, hunk[0][1])},{len(old)} +{start(new, hunk[0][2])},{len(new)} @@'
            for op, x, y in hunk:
                yield op + (b[y] if op == '+' else a[x])


class PatchError(Exception): pass


def patch(a, diff):
    out, at = [], 0
    for line in diff:
        match line[0], line[1:]:
            case '@', rest:
                start = int(rest.split('-')[1].split(',')[0])
                count = int(rest.split(',')[1].split()[0])
                start -= count > 0
                out += a[at:start]
                at = start
            case ' ' | '-' as op, text:
                if at >= len(a) or a[at] != text:
                    raise PatchError(f'line {at + 1}: expected {text!r}, found {a[at] if at < len(a) else "end"!r}')
                if op == ' ':
                    out.append(text)
                at += 1
            case '+', text:
                out.append(text)
    return out + a[at:]


def merge(base, mine, theirs):
    def changes(other):
        i, result = 0, []
        for same, group in groupby(myers(base, other), key=lambda o: o[0] == ' '):
            group = list(group)
            if same:
                i += len(group)
            else:
                removed = sum(op == '-' for op, *_ in group)
                result.append((i, i + removed, [other[y] for op, _, y in group if op == '+']))
                i += removed
        return result
    left, right, out, at = changes(mine), changes(theirs), [], 0
    while left or right:
        if left and right and left[0][0] <= right[0][1] and right[0][0] <= left[0][1]:
            (s1, e1, l1), (s2, e2, l2) = left.pop(0), right.pop(0)
            s, e = min(s1, s2), max(e1, e2)
            out += base[at:s]
            l1, l2 = base[s:s1] + l1 + base[e1:e], base[s:s2] + l2 + base[e2:e]
            out += l1 if l1 == l2 else ['<<<<<<<', *l1, '=======', *l2, '>>>>>>>']
            at = e
        else:
            source = left if not right or left and left[0][0] < right[0][0] else right
            s, e, lines = source.pop(0)
            out += base[at:s] + lines
            at = e
    return out + base[at:]


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def lcs(a, b): return ''.join(a[x] for op, x, y in myers(a, b) if op == ' ')


old = 'a b c d e f g h i j k l m n o p q'.split()
new = 'a c d X e f g h i j Y Z k m n o q r'.split()
diff = list(unified(old, new))
print('\n'.join(diff))
print(patch(old, diff) == new, list(unified(old, old)), list(unified([], ['x'])), list(unified(['x'], [])), patch([], list(unified([], ['x', 'y']))))
for a, b in [('ABCABBA', 'CBABAC'), ('kitten', 'sitting'), ('', 'abc'), ('abc', ''), ('same', 'same'), ('flaw', 'lawn'), ('abcdef', 'fedcba')]:
    print(a, b, distance(a, b), lcs(a, b), ''.join(op for op, *_ in myers(a, b)))
try:
    patch(['q', 'b'], diff)
except PatchError as e:
    print(e)
base = 'one two three four five six'.split()
for mine, theirs in (('one TWO three four five six', 'one two three four FIVE six'), ('one TWO three four five six', 'one zwei three four five six'), ('one two three', 'one two three four five six seven'), ('zero one two three four five six', 'one three four five six'), ('one two three four five six', 'x')):
    print(' '.join(merge(base, mine.split(), theirs.split())))
seed = 17
for trial in range(30):
    texts = []
    for _ in range(2):
        words = []
        for _ in range(trial):
            seed = seed * 1103515245 + 12345 & 0x7fffffff
            words.append('abcd'[seed >> 16 & 3])
        texts.append(words)
    assert patch(texts[0], list(unified(*texts, context=trial % 4))) == texts[1], trial
print('round trips', trial + 1)
