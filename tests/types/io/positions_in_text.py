# tell() gives positions that seek() goes back to, in every encoding and with every kind of line end
import io
import os
import random

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"taipan-positions-{os.getpid()}")
random = random.Random(7)
pieces = ["a", "bc", "ä", "€", "\U0001f40d", "\n", "\r\n", "\r", "word ", "\n\n"]
text = "".join(random.choice(pieces) for _ in range(400))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


total = 0
for encoding in ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"]:
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(text)
    for newline in [None, "", "\n", "\r\n"]:
        for size in [7, 50, 8192]:
            with open(path, encoding=encoding, newline=newline) as file:
                file._CHUNK_SIZE = size
                places = []
                while True:
                    places.append(file.tell())
                    part = file.read(random.randrange(1, 9)) if random.random() < 0.8 else file.readline()
                    if not part:
                        break
                    places.append(part)
                whole = "".join(places[1::2])
                offsets, at = {}, 0
                for place, part in zip(places[::2], places[1::2]):
                    offsets[place] = at
                    at += len(part)
                for place in random.sample(sorted(offsets), 12):
                    assert file.seek(place) == place
                    assert file.tell() == place
                    assert file.read(20) == whole[offsets[place]:offsets[place] + 20]
                total = (total * 31 + sum(places[::2])) % 10**15
    if encoding in ("utf-8", "utf-8-sig", "utf-16"):
        print(encoding, total)
with open(path, "w", encoding="utf-8") as file:
    file.write("äöü\nxyz\r\nabc\rü")
with open(path, encoding="utf-8") as file:
    for step in [file.readline, lambda: file.read(2), file.readline, lambda: file.read(1), file.readline, file.readline]:
        print(file.tell(), repr(step()), file.newlines)
    for line in (file.seek(0), file)[1]:
        attempt(file.tell)
        break
    attempt(lambda: file.seek(1, 1))
    attempt(lambda: file.seek(1, 2))
    attempt(lambda: file.seek(0, 5))
    attempt(lambda: file.seek(-1))
    attempt(lambda: file.seek("a"))
    attempt(lambda: file.seek(10**60))
    attempt(lambda: file.truncate())
    attempt(lambda: file.seek(0, 2))
    attempt(lambda: file.seek(0, 1))
with open(path, "w+") as file:
    file.write("hello world\nsecond\n")
    file.seek(6)
    print(file.read(5), file.tell())
    file.seek(6)
    file.write("WORLD")
    print(file.tell(), file.seek(0), file.read())
    print(file.truncate(5), file.seek(0), file.read(), os.path.getsize(path))
    file.seek(0)
    file.readline()
    file.write("!")
    print(file.seek(0), file.read())
with open(path, "a+") as file:
    print(file.tell(), file.read(), file.seek(0), file.read(3), file.write("end"), file.seek(0), file.read())
reader, writer = os.pipe()
with open(reader) as source, open(writer, "w") as target:
    attempt(source.tell)
    attempt(lambda: source.seek(0))
    attempt(target.tell)
    attempt(lambda: target.truncate(0))
    print(source.seekable(), target.seekable())
os.remove(path)
