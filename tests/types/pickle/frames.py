# Frames and large objects: what stands in which frame, and what a file gets in one piece.
import pickle


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, data):
        self.parts.append(bytes(data))


values = [
    b"x" * 65535,
    b"x" * 65536,
    "é" * 40000,
    bytearray(b"z" * 66000),
    ["a" * 100] * 3 + [b"q" * 65536, "end"],
    [str(i) * 7 for i in range(9000)],
    [b"1" * 30000, b"2" * 30000, b"3" * 30000, b"4" * 70000, b"5" * 30000],
]
for value in values:
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        print(len(data), sum(data[::3]), sum(i * byte for i, byte in enumerate(data[::97])))
        assert pickle.loads(data) == value
        writer = Writer()
        pickle.dump(value, writer, protocol)
        print([(len(part), part[:12]) for part in writer.parts])
        assert pickle.loads(b"".join(writer.parts)) == value
