# Shortest paths, topological order, components, spanning trees, colouring and flow.
from collections import defaultdict, deque
import math


class Graph:
    def __init__(self, edges=(), directed=False):
        self.adj = {}
        self.directed = directed
        for edge in edges:
            self.add(*edge)

    def add(self, a, b, w=1):
        self.adj.setdefault(a, {})[b] = w
        self.adj.setdefault(b, {})
        if not self.directed:
            self.adj[b][a] = w
        return self

    def __iter__(self): return iter(self.adj)
    def __len__(self): return len(self.adj)
    def edges(self): return ((a, b, w) for a, ns in self.adj.items() for b, w in ns.items() if self.directed or a < b)

    def bfs(self, start):
        seen, queue = {start: None}, deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for n in self.adj[node]:
                if n not in seen:
                    seen[n] = node
                    queue.append(n)

    def dfs(self, start, seen=None):
        seen = set() if seen is None else seen
        seen.add(start)
        yield start
        for n in self.adj[start]:
            if n not in seen:
                yield from self.dfs(n, seen)

    def dijkstra(self, start):
        dist, prev, todo = dict.fromkeys(self, math.inf), {}, set(self)
        dist[start] = 0
        while todo:
            node = min(sorted(todo), key=dist.__getitem__)
            todo.remove(node)
            for n, w in self.adj[node].items():
                if (d := dist[node] + w) < dist[n]:
                    dist[n], prev[n] = d, node
        return dist, prev

    def path(self, a, b):
        dist, prev = self.dijkstra(a)
        if math.isinf(dist[b]):
            return None
        route = [b]
        while route[-1] != a:
            route.append(prev[route[-1]])
        return route[::-1], dist[b]

    def topological(self):
        state, order = {}, []

        def visit(n):
            if state.get(n) == 'done':
                return
            if state.get(n) == 'open':
                raise ValueError(f'cycle through {n}')
            state[n] = 'open'
            for m in self.adj[n]:
                visit(m)
            state[n] = 'done'
            order.append(n)
        for n in self:
            visit(n)
        return order[::-1]

    def components(self):
        seen = set()
        return [sorted(self.dfs(n, seen)) for n in self if n not in seen]

    def spanning_tree(self):
        parent = {n: n for n in self}

        def find(n):
            while parent[n] != n:
                parent[n] = n = parent[parent[n]]
            return n
        tree = []
        for a, b, w in sorted(self.edges(), key=lambda e: (e[2], e)):
            if (ra := find(a)) != (rb := find(b)):
                parent[ra] = rb
                tree.append((a, b, w))
        return tree, sum(w for *_, w in tree)

    def colour(self):
        colours = {}
        for n in sorted(self, key=lambda n: (-len(self.adj[n]), n)):
            used = {colours.get(m) for m in self.adj[n]}
            colours[n] = next(c for c in range(len(self)) if c not in used)
        return colours

    def strongly_connected(self):
        index, low, stack, result = {}, {}, [], []

        def visit(n):
            index[n] = low[n] = len(index)
            stack.append(n)
            for m in self.adj[n]:
                if m not in index:
                    visit(m)
                    low[n] = min(low[n], low[m])
                elif m in stack:
                    low[n] = min(low[n], index[m])
            if low[n] == index[n]:
                group = []
                while group[-1:] != [n]:
                    group.append(stack.pop())
                result.append(sorted(group))
        for n in self:
            if n not in index:
                visit(n)
        return result


def max_flow(graph, source, sink):
    residual = defaultdict(lambda: defaultdict(int))
    for a, b, w in graph.edges():
        residual[a][b] += w
    flow = 0
    while True:
        prev, queue = {source: None}, deque([source])
        while queue and sink not in prev:
            n = queue.popleft()
            for m, cap in sorted(residual[n].items()):
                if cap > 0 and m not in prev:
                    prev[m] = n
                    queue.append(m)
        if sink not in prev:
            return flow
        path, n = [], sink
        while prev[n] is not None:
            path.append((prev[n], n))
            n = prev[n]
        push = min(residual[a][b] for a, b in path)
        for a, b in path:
            residual[a][b] -= push
            residual[b][a] += push
        flow += push


def floyd(graph):
    d = {(a, b): 0 if a == b else graph.adj[a].get(b, math.inf) for a in graph for b in graph}
    for k in graph:
        for i in graph:
            for j in graph:
                if d[i, k] + d[k, j] < d[i, j]:
                    d[i, j] = d[i, k] + d[k, j]
    return d


g = Graph([('A', 'B', 7), ('A', 'D', 5), ('B', 'C', 8), ('B', 'D', 9), ('B', 'E', 7), ('C', 'E', 5), ('D', 'E', 15), ('D', 'F', 6), ('E', 'F', 8), ('E', 'G', 9), ('F', 'G', 11)])
print(''.join(g.bfs('A')), ''.join(g.dfs('A')), g.path('A', 'G'), g.spanning_tree(), g.colour())
g.add('X', 'Y')
print(g.components(), g.path('A', 'X'), len(g))
deps = Graph([('shirt', 'tie'), ('tie', 'jacket'), ('trousers', 'shoes'), ('trousers', 'belt'), ('belt', 'jacket'), ('socks', 'shoes')], directed=True)
print(deps.topological())
try:
    Graph([(1, 2), (2, 3), (3, 1)], directed=True).topological()
except ValueError as e:
    print(e)
web = Graph([(1, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6), (6, 4), (7, 6), (7, 8), (8, 7)], directed=True)
print(web.strongly_connected())
net = Graph([('s', 'a', 10), ('s', 'b', 5), ('a', 'b', 15), ('a', 't', 5), ('b', 't', 10)], directed=True)
print(max_flow(net, 's', 't'))
d = floyd(g)
print(d['A', 'G'], d['C', 'F'], math.isinf(d['A', 'Y']), all(d[a, b] == g.dijkstra(a)[0][b] for a in g for b in g))
grid = Graph(((x, y), (x + dx, y + dy)) for x in range(6) for y in range(6) for dx, dy in ((0, 1), (1, 0)) if x + dx < 6 and y + dy < 6 and not {(x, y), (x + dx, y + dy)} & {(1, 1), (1, 2), (1, 3), (3, 3), (4, 4)})
route, steps = grid.path((0, 0), (5, 5))
print(steps, len(route), route[0], route[-1], len(grid))
