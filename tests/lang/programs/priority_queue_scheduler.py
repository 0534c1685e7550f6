# An indexed priority queue with changing priorities, used for tasks with deadlines and Dijkstra.
import functools


@functools.total_ordering
class Priority:
    def __init__(self, level, order): self.level, self.order = level, order
    def __eq__(self, o): return (self.level, self.order) == (o.level, o.order)
    def __lt__(self, o): return (-self.level, self.order) < (-o.level, o.order)
    def __repr__(self): return f'P{self.level}.{self.order}'


class IndexedHeap:
    def __init__(self, key=lambda x: x):
        self._heap, self._where, self._key = [], {}, key

    def _less(self, i, j): return self._heap[i][0] < self._heap[j][0]

    def _swap(self, i, j):
        h = self._heap
        h[i], h[j] = h[j], h[i]
        self._where[h[i][1]], self._where[h[j][1]] = i, j

    def _up(self, i):
        while i and self._less(i, parent := (i - 1) // 2):
            self._swap(i, parent)
            i = parent

    def _down(self, i):
        while (child := 2 * i + 1) < len(self._heap):
            if child + 1 < len(self._heap) and self._less(child + 1, child):
                child += 1
            if not self._less(child, i):
                return
            self._swap(i, child)
            i = child

    def __setitem__(self, item, priority):
        if item in self._where:
            i = self._where[item]
            self._heap[i] = priority, item
            self._up(i)
            self._down(self._where[item])
        else:
            self._where[item] = len(self._heap)
            self._heap.append((priority, item))
            self._up(len(self._heap) - 1)

    def __getitem__(self, item): return self._heap[self._where[item]][0]
    def __contains__(self, item): return item in self._where
    def __len__(self): return len(self._heap)
    def __iter__(self): return (item for _, item in sorted(self._heap, key=lambda t: t[0]))

    def __delitem__(self, item):
        i = self._where[item]
        last = len(self._heap) - 1
        if i != last:
            self._swap(i, last)
        self._heap.pop()
        del self._where[item]
        if i != last:
            moved = self._heap[i][1]
            self._up(i)
            self._down(self._where[moved])

    def pop(self):
        if not self._heap:
            raise IndexError('pop from an empty heap')
        priority, item = self._heap[0]
        del self[item]
        return item, priority

    def check(self): return all(not self._less(i, (i - 1) // 2) for i in range(1, len(self._heap))) and all(self._heap[i][1] == item for item, i in self._where.items())


class TaskError(Exception): pass


class Scheduler:
    def __init__(self): self.queue, self.tasks, self.log, self.orders = IndexedHeap(), {}, [], 0

    def task(self, level=1, *, after=(), cost=1):
        def register(fn):
            self.orders += 1
            self.tasks[fn.__name__] = {'fn': fn, 'after': set(after), 'cost': cost, 'state': 'waiting', 'priority': Priority(level, self.orders)}
            return fn
        return register

    def run(self, budget):
        done = set()
        for name, t in self.tasks.items():
            if missing := t['after'] - self.tasks.keys():
                raise TaskError(f'{name} needs unknown {", ".join(sorted(missing))}')
        spent = 0
        while True:
            for name, t in self.tasks.items():
                if t['state'] == 'waiting' and t['after'] <= done:
                    t['state'] = 'ready'
                    self.queue[name] = t['priority']
            if not self.queue:
                break
            name, priority = self.queue.pop()
            t = self.tasks[name]
            if spent + t['cost'] > budget:
                t['state'] = 'skipped'
                continue
            spent += t['cost']
            try:
                result = t['fn'](self)
            except Exception as e:
                t['state'] = f'failed: {e}'
            else:
                t['state'] = 'done'
                done.add(name)
                self.log.append((name, priority, result))
        return spent, {n: t['state'] for n, t in self.tasks.items()}

    def boost(self, name, level):
        t = self.tasks[name]
        t['priority'] = Priority(level, t['priority'].order)
        if name in self.queue:
            self.queue[name] = t['priority']


s = Scheduler()


@s.task(1)
def low(sched): return 'low'
@s.task(5)
def urgent(sched):
    sched.boost('low', 9)
    return 'boosted low'
@s.task(3, after=['urgent'])
def middle(sched): return len(sched.queue)
@s.task(3, cost=10)
def expensive(sched): return 'never'
@s.task(4, after=('middle', 'low'))
def final(sched): return 'final'
@s.task(2)
def broken(sched): raise TaskError('broken task')
@s.task(2, after=['broken'])
def blocked(sched): return 'never'


print(s.run(6))
print(s.log)


@s.task(after=['nope', 'missing'])
def bad(sched): pass


try:
    s.run(1)
except TaskError as e:
    print(e)
h = IndexedHeap()
seed = 99
model = {}
for step in range(400):
    seed = seed * 1664525 + 1013904223 & 0xffffffff
    item, priority = f'i{seed >> 20 & 63}', seed >> 8 & 1023
    match seed >> 27 & 3:
        case 0 if model:
            name, p = h.pop()
            assert p == min(model.values()) == model.pop(name)
        case 1 if item in model:
            del h[item], model[item]
        case _:
            h[item] = model[item] = priority
    assert h.check() and len(h) == len(model), step
print(len(h), [h[i] for i in h] == sorted(model.values()), 'i1' in h, sorted(set(model)) == sorted(h))
for op in (lambda: IndexedHeap().pop(), lambda: h['nothing'], lambda: h.__delitem__('nothing'), lambda: h.__setitem__('x', 'text')):
    try:
        op()
    except (IndexError, KeyError, TypeError) as e:
        print(type(e).__name__, e)
maze = ['S.#.....', '..#.##.#', '....#...', '.##.#.#.', '...##.#E']
cells = {(x, y): ch for y, row in enumerate(maze) for x, ch in enumerate(row) if ch != '#'}
start, end = (next(p for p, ch in cells.items() if ch == c) for c in 'SE')
todo, prev, dist = IndexedHeap(), {}, {}
todo[start] = 0
while todo:
    node, d = todo.pop()
    dist[node] = d
    if node == end:
        break
    x, y = node
    for n in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if n in cells and n not in dist and (n not in todo or todo[n] > d + 1):
            todo[n] = d + 1
            prev[n] = node
path = {end}
while (node := prev.get(end)) is not None:
    path.add(node)
    end = node
print(dist[max(dist, key=dist.get)], len(path))
print('\n'.join(''.join('o' if (x, y) in path and ch == '.' else ch for x, ch in enumerate(row)) for y, row in enumerate(maze)))
