# sum, any, all and their order of evaluation.
print(sum([1, 2, 3]), sum([]), sum([], 5), sum([1.5, 2]), sum([[1], [2]], []), sum((i for i in range(5)), start=10), sum([True, True]), sum([1j, 2]))
print(sum([0.1] * 10), sum([1e100, 1, -1e100]), sum([2**62, 2**62, -2**63]), sum([1, 2.5, 3]), sum([0.1, 0.2, 0.3]))
log = []


def t(v):
    log.append(v)
    return v


print(any(map(t, [0, '', 5, 6])), log)
log.clear()
print(all(map(t, [1, 'x', 0, 7])), log)
print(any([]), all([]), any([[]]), all([[]]), any('a'), all({'': 1}))


class V:
    def __init__(self, v): self.v = v
    def __add__(self, o): return V(self.v + getattr(o, 'v', o))
    def __radd__(self, o):
        print('radd', o)
        return V(o + self.v)
    def __repr__(self): return f'V{self.v}'


print(sum([V(1), V(2)]), sum([V(1)], V(5)))
start = [0]
print(sum([[1], [2]], start), start)
for op in ('sum(5)', 'sum(["a"])', 'sum(["a"], "")', 'sum([b"a"], b"")', 'sum([bytearray()], bytearray())', 'sum([1], 2, 3)', 'sum()', 'sum([1, "a"])', 'sum([None])', 'any(5)', 'all()', 'any([1], [2])', 'sum([[1]], ())', 'sum({})', 'sum([], "x")', 'sum(iter([1, [2]]))'):
    try:
        print(op, '->', eval(op))
    except TypeError as e:
        print(op, '->', e)
