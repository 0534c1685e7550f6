# Pipes, files and standard output that several threads read and write: nothing is lost, nothing is torn.
import os
import sys
import threading
from harness import done, race, rounds, scaled

RECORD = 16


def through_a_pipe(count):
    source, target = os.pipe()
    records = [[], []]

    def write(owner):
        def run():
            for number in range(count):
                line = b"%d:%06d" % (owner, number)
                assert os.write(target, line.ljust(RECORD, b".")) == RECORD
        return run

    def read(mine):
        def run():
            while True:
                record = os.read(source, RECORD)
                if record == b"end".ljust(RECORD, b"."):
                    return
                mine.append(record)
        return run

    readers = [threading.Thread(target=read(mine)) for mine in records]
    for reader in readers:
        reader.start()
    race([write(owner) for owner in range(3)])
    for _ in readers:
        os.write(target, b"end".ljust(RECORD, b"."))
    for reader in readers:
        reader.join()
    os.close(source)
    os.close(target)
    wanted = [(b"%d:%06d" % (owner, number)).ljust(RECORD, b".") for owner in range(3) for number in range(count)]
    assert sorted(records[0] + records[1]) == wanted


def standard_output(count):
    path = "/tmp/stress-output-%d" % os.getpid()
    sys.stdout.flush()
    saved = os.dup(1)
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND)
    os.unlink(path)
    os.dup2(file, 1)
    try:
        def write(owner):
            def run():
                for number in range(count):
                    sys.stdout.write("%d:%06d\n" % (owner, number))
                    if number % 20 == 0:
                        sys.stdout.flush()
            return run

        race([write(owner) for owner in range(3)], [sys.stdout.flush])
        sys.stdout.flush()
    finally:
        os.dup2(saved, 1)
        os.close(saved)
    size = os.fstat(file).st_size
    text = os.pread(file, size + 1, 0)
    os.close(file)
    wanted = [b"%d:%06d" % (owner, number) for owner in range(3) for number in range(count)]
    assert sorted(text.split()) == wanted


def one_file(count):
    path = "/tmp/stress-file-%d" % os.getpid()
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    os.unlink(path)

    def write(owner):
        def run():
            for number in range(count):
                record = b"%07d" % number + b"012"[owner:owner + 1] * (RECORD - 7)
                assert os.pwrite(file, record, number % 32 * RECORD) == RECORD
                back = os.pread(file, RECORD, (number + 5) % 32 * RECORD)
                assert len(back) in (0, RECORD)
        return run

    race([write(owner) for owner in range(3)], [lambda: os.fstat(file), lambda: os.close(os.dup(file))])
    assert os.fstat(file).st_size == RECORD * min(32, count)
    os.close(file)
    try:
        os.pread(file, 1, 0)
    except OSError:
        pass


def temporary(name):
    return os.path.join(os.environ.get("TMPDIR", "/tmp"), "stress-%s-%d" % (name, os.getpid()))


def opened(count):
    """Files of bytes and of text that all threads write to, and then read."""
    path = temporary("opened")
    lines = [["%d:%06d %s" % (owner, number, "é" * (number % 50)) for number in range(count)] for owner in range(3)]
    for kind, buffering in (("w", -1), ("w", 1), ("wb", -1), ("wb", 0), ("a+", -1), ("rb+", 100)):
        with open(path, kind, buffering, **({} if "b" in kind else {"encoding": "utf-8"})) as file:
            def write(owner):
                def run():
                    for line in lines[owner]:
                        line += "\n"
                        data = line.encode() if "b" in kind else line
                        assert file.write(data) == len(data)
                return run

            def look():
                file.flush()
                repr(file)
                if kind != "w":
                    assert file.tell() >= 0

            if kind == "a+":
                file.truncate(0)
            race([write(owner) for owner in range(3)], [look])
            if "r" in kind:
                file.truncate()
        assert sorted(open(path, encoding="utf-8").read().splitlines()) == sorted(sum(lines, []))
    found = [[], [], []]
    with open(path, "rb") as file:
        def read(mine):
            def run():
                while line := file.readline():
                    mine.append(line)
            return run

        race([read(mine) for mine in found], [lambda: file.peek(1)])
    assert sorted(b"".join(sum(found, [])).decode().splitlines()) == sorted(sum(lines, []))
    os.unlink(path)


def closed_meanwhile(count):
    """A file that is closed, or opened anew, while others use it: they get what there is, or an error."""
    path = temporary("closed")
    with open(path, "w") as file:
        file.write("line\n" * 100)
    for kind in ("r", "rb", "r+", "rb+"):
        file = open(path, kind)

        def use():
            for number in range(count // 10):
                try:
                    file.seek(number % 3 * 5)
                    assert file.readline() in ("line\n", b"line\n", "", b"")
                    if "+" in kind:
                        file.seek(0)
                        file.write("line\n" if kind == "r+" else b"line\n")
                except (ValueError, OSError):
                    pass

        def close():
            file.close()

        race([use, use, close])
        assert file.closed
    assert set(open(path)) == {"line\n"}
    os.unlink(path)


for random in rounds():
    opened(scaled(60))
    closed_meanwhile(scaled(60))
    through_a_pipe(scaled(150))
    standard_output(scaled(150))
    one_file(scaled(150))
done()
