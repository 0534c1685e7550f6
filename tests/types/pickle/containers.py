# Tuples, lists, dictionaries and sets: batches, sharing, and containers that hold themselves.
import pickle


class Node:
    pass


def show(value):
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(data)
        pickle.loads(data)


for value in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {1: 2}, {1: 2, "a": None}]:
    show(value)
    assert pickle.loads(pickle.dumps(value)) == value
for value in [set(), {1}, {1, 2, 3}, frozenset(), frozenset([1, 2])]:
    show(value)
    for protocol in range(6):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again == value and type(again) is type(value)

for size in (999, 1000, 1001, 2000, 2001):
    for value in (list(range(size)), dict.fromkeys(range(size)), set(range(size)), frozenset(range(size))):
        for protocol in (1, 2, 4):
            data = pickle.dumps(value, protocol)
            print(size, type(value).__name__, len(data), data[-14:])
            assert pickle.loads(data) == value

shared = [1]
show([shared, shared, (shared,), {"k": shared}])
a, b, c = [], {}, ([],)
a.append(a)
b["self"] = b
c[0].append(c)
show(a)
show(b)
show(c)
print(pickle.loads(pickle.dumps(a)), pickle.loads(pickle.dumps(b)), pickle.loads(pickle.dumps(c)))

node = Node()
node.group = frozenset([node])
show(node.group)
node = Node()
node.pair = (1, node)
show(node.pair)
node.long = (1, 2, 3, 4, node)
show(node.long)
again = pickle.loads(pickle.dumps(node))
assert again.long[4] is again and again.pair[1] is again

for letter in ("é", "word", "a longer text"):
    show([letter, letter])
many = [str(i) for i in range(300)]
for protocol in range(6):
    data = pickle.dumps([many, many[::-1]], protocol)
    print(len(data), sum(i * byte for i, byte in enumerate(data)))
    assert pickle.loads(data) == [many, many[::-1]]
