# Containers, instances and an array of bytes that some threads change while others write them as pickles and read them again; and pickles of
# objects of one's own, side by side.
import pickle

from harness import done, race, rounds, scaled


class Node:
    def __init__(self, number):
        self.number = number
        self.name = "node"


class Pair:
    __slots__ = ("left", "right")

    def __init__(self, left):
        self.left = left
        self.right = -left


def one_round(random):
    count = scaled(120)
    shared_list = [Node(i) for i in range(20)]
    shared_dict = {i: ("k", i) for i in range(20)}
    shared_set = set(range(20))
    shared_node = Node(5)
    shared_bytes = bytearray(b"x" * 100)

    def change(seed):
        def run():
            for i in range(count * 4):
                shared_list.append(Node(i))
                del shared_list[0]
                shared_dict[i + 20] = ("k", i + 20)
                shared_dict.pop(i, None)
                shared_set.add(i + 20)
                shared_set.discard(i)
                shared_node.number = i
                setattr(shared_node, f"extra{i % 7}", i)
                shared_bytes.append(120)
                del shared_bytes[0]

        return run

    def write():
        for i in range(count):
            protocol = 2 + i % 4
            try:
                nodes = pickle.loads(pickle.dumps(shared_list, protocol))
                assert all(type(node) is Node and node.name == "node" for node in nodes)
                node = pickle.loads(pickle.dumps(shared_node, protocol))
                assert node.name == "node" and type(node.number) is int
                data = pickle.loads(pickle.dumps(shared_bytes, protocol))
                assert data.strip(b"x") == b""
            except RuntimeError as e:
                assert "changed size" in str(e), e
            for container in (shared_dict, shared_set):
                try:
                    again = pickle.loads(pickle.dumps(container, protocol))
                    if type(again) is dict:
                        assert all(value == ("k", key) for key, value in again.items())
                except RuntimeError as e:
                    assert "changed size" in str(e), e

    def own():
        for i in range(count):
            mine = [Node(j) for j in range(i % 30)] + [{"a": [i], "b": (i,)}, {i}, b"y" * i, Pair(i), 1.5, 2**70]
            again = pickle.loads(pickle.dumps([mine, mine], 2 + i % 4))
            assert again[0] is again[1]
            assert [type(x) for x in again[0]] == [type(x) for x in mine]
            assert again[0][-3].right == -i

    race([change(1), change(2), write, write, own, own])


for random in rounds():
    one_round(random)
done()
