# by hand
# Threads that iterate over one file of text get each of its lines once, and whole.
import os
from harness import done, race, rounds, scaled

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "stress-lines-%d" % os.getpid())


def iterate(count):
    lines = ["%06d %s\n" % (number, "ü" * (number % 70)) for number in range(count)]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(lines)
    for size in (1, 7, 100, 8192):
        with open(path, encoding="utf-8", newline=None if size % 2 else "") as file:
            file._CHUNK_SIZE = size
            found = [[], [], []]

            def read(mine):
                def run():
                    mine.extend(file)
                return run

            race([read(mine) for mine in found], [lambda: file.newlines])
        assert sorted(sum(found, [])) == lines, size
        with open(path, encoding="utf-8") as file:
            file._CHUNK_SIZE = size
            found = [[], [], []]

            def take(mine):
                def run():
                    while part := file.read(5):
                        mine.append(part)
                return run

            race([take(mine) for mine in found])
        assert sorted("".join(sum(found, []))) == sorted("".join(lines)), size


for random in rounds():
    iterate(scaled(60))
os.unlink(path)
done()
