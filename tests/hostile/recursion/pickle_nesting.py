# Values that are nested too deeply to be written raise RecursionError; reading such streams needs no native stack.
import pickle


class Node:
    pass


def nested(make, depth):
    value = None
    for _ in range(depth):
        value = make(value)
    return value


def node(value):
    made = Node()
    made.next = value
    return made


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value,)


for make in (lambda v: [v], lambda v: (v,), lambda v: {1: v}, lambda v: (1, 2, 3, 4, v), lambda v: frozenset([v]), node, Reduced):
    for protocol in (0, 2, 4):
        # So deep that hashing a new frozenset is no matter of this test.
        depth = 1000 if type(make(None)) is frozenset else 100000
        try:
            pickle.dumps(nested(make, depth), protocol)
        except RecursionError as e:
            print("RecursionError")
        else:
            print("written", depth == 1000)


class Endless:
    def __reduce__(self):
        return Endless, (Endless(),)


try:
    pickle.dumps(Endless())
except RecursionError:
    print("RecursionError")

for depth in (10, 100000):
    for stream in (b"]" * depth + b"a" * (depth - 1) + b".", b"(" * depth + b"t" * depth + b"."):
        value = pickle.loads(stream)
        count = 0
        while type(value) is not int and value:
            value = value[0]
            count += 1
        print(count)
    value = pickle.loads(b"}" + b"K\x01}" * (depth - 1) + b"s" * (depth - 1) + b".")
    print(len(value))
    value = pickle.loads(b"N" + b"\x85" * depth + b".")
    print(len(value))
