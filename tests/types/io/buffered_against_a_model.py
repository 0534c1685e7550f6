# Buffered files do what a bytearray with a position does, whatever the order of reads, writes and seeks
import io
import os
import random

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-model-{os.getpid()}")


class Model:
    def __init__(self, data):
        self.data, self.at = bytearray(data), 0

    def read(self, size=-1):
        end = len(self.data) if size < 0 else self.at + size
        part = bytes(self.data[self.at:end])
        self.at += len(part)
        return part

    def readline(self, size=-1):
        end = self.data.find(b"\n", self.at) + 1 or len(self.data)
        part = bytes(self.data[self.at:end])
        if size >= 0:
            part = part[:size]
        self.at += len(part)
        return part

    def write(self, part):
        if not part:
            return 0
        if self.at > len(self.data):
            self.data += bytes(self.at - len(self.data))
        self.data[self.at:self.at + len(part)] = part
        self.at += len(part)
        return len(part)

    def seek(self, to, whence=0):
        self.at = to + (0, self.at, len(self.data))[whence]
        return self.at

    def tell(self):
        return self.at

    def truncate(self, size):
        if size < len(self.data):
            del self.data[size:]
        else:
            self.data += bytes(size - len(self.data))
        return size


class Raw(io.RawIOBase):
    """A raw file of a script, which reads and writes less than it is asked for."""

    def __init__(self, data):
        self.model = Model(data)

    def readable(self):
        return True

    writable = seekable = readable

    def readinto(self, buffer):
        part = self.model.read(min(len(buffer), 5))
        buffer[:len(part)] = part
        return len(part)

    def write(self, buffer):
        return self.model.write(bytes(buffer)[:7])

    def seek(self, to, whence=0):
        return self.model.seek(to, whence)

    def tell(self):
        return self.model.at

    def truncate(self, size):
        return self.model.truncate(size)


data = bytes(random.Random(1).choices(b"abcdefgh\n", k=300))
for seed in range(24):
    choose = random.Random(seed)
    with open(path, "wb") as file:
        file.write(data)
    size = choose.choice([1, 2, 8, 64, 8192])
    raw = io.FileIO(path, "r+") if seed % 2 else Raw(data)
    file, model = io.BufferedRandom(raw, size), Model(data)
    for _ in range(250):
        what = choose.randrange(9)
        n = choose.choice([0, 1, 3, 9, 40, 100])
        if what == 0:
            assert file.read(n) == model.read(n)
        elif what == 1:
            assert file.readline() == model.readline()
        elif what == 2:
            part = choose.randbytes(n)
            assert file.write(part) == model.write(part) == n
        elif what == 3:
            to = choose.randrange(350)
            assert file.seek(to) == model.seek(to)
        elif what == 4:
            assert file.tell() == model.tell()
        elif what == 5:
            back = -choose.randrange(model.at + 1)
            assert file.seek(back, 1) == model.seek(back, 1)
        elif what == 6:
            target = bytearray(n)
            part = model.read(n)
            assert file.readinto(target) == len(part) and target[:len(part)] == part
        elif what == 7:
            ahead = file.peek(1)
            assert model.data[model.at:model.at + len(ahead)] == ahead
        elif choose.random() < 0.3:
            file.flush()
            to = choose.randrange(350)
            assert file.truncate(to) == model.truncate(to)
    file.flush()
    if seed % 2:
        assert open(path, "rb").read() == model.data
    else:
        assert raw.model.data == model.data
    file.close()
os.remove(path)
print("equal")
