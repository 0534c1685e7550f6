# Conway's game of life on a set of cells, on a torus and as text.
from collections import Counter
from itertools import product


class Life:
    def __init__(self, cells, size=None):
        self.cells = frozenset(cells)
        self.size = size

    @classmethod
    def parse(cls, text, **kw):
        return cls(((x, y) for y, line in enumerate(text.strip('\n').split('\n')) for x, ch in enumerate(line) if ch == '#'), **kw)

    def neighbours(self, cell):
        x, y = cell
        for dx, dy in product((-1, 0, 1), repeat=2):
            if dx or dy:
                nx, ny = x + dx, y + dy
                yield (nx % self.size, ny % self.size) if self.size else (nx, ny)

    def __next__(self):
        counts = Counter(n for cell in self.cells for n in self.neighbours(cell))
        return Life((c for c, n in counts.items() if n == 3 or n == 2 and c in self.cells), self.size)

    def __iter__(self):
        state = self
        while True:
            yield state
            state = next(state)

    def __len__(self): return len(self.cells)
    def __eq__(self, other): return isinstance(other, Life) and self.cells == other.cells
    def __hash__(self): return hash(self.cells)

    def bounds(self):
        if not self.cells:
            return 0, 0, 0, 0
        xs, ys = zip(*self.cells)
        return min(xs), min(ys), max(xs), max(ys)

    def normal(self):
        left, top, *_ = self.bounds()
        return frozenset((x - left, y - top) for x, y in self.cells)

    def __str__(self):
        left, top, right, bottom = self.bounds() if self.size is None else (0, 0, self.size - 1, self.size - 1)
        return '\n'.join(''.join('.#'[(x, y) in self.cells] for x in range(left, right + 1)) for y in range(top, bottom + 1))


def period(life, limit=50):
    seen = {}
    for n, state in enumerate(life):
        key = state.normal()
        if key in seen:
            return seen[key], n - seen[key], 'moves' if state.cells != first[key] else 'stays'
        if n == limit:
            return None
        seen[key] = n
        first[key] = state.cells


first = {}
patterns = {
    'blinker': '###',
    'block': '##\n##',
    'toad': '.###\n###.',
    'glider': '.#.\n..#\n###',
    'beacon': '##..\n##..\n..##\n..##',
    'lwss': '.#..#\n#....\n#...#\n####.',
    'dies': '#.\n.#',
}
for name, text in patterns.items():
    first.clear()
    life = Life.parse(text)
    print(name, len(life), period(life))
glider = Life.parse(patterns['glider'], size=6)
for n, state in zip(range(5), glider):
    print(f'generation {n}')
    print(state)
for n, state in enumerate(glider):
    if n and state == glider:
        print('back after', n)
        break
pent = Life.parse('.#####.\n#.....#\n.#####.')
history = [len(s) for _, s in zip(range(20), pent)]
print(history)
r = Life.parse('.##\n##.\n.#.')
for n, state in enumerate(r):
    if n == 100:
        print(len(state), state.bounds())
        break
