# One bytearray that several threads extend, index, slice and look at through memory views.
from harness import done, race, rounds, scaled

ALPHABET = frozenset(b"abc")


def one_round(random):
    count = scaled(800)
    shared = bytearray(b"abc" * 20)
    steady = bytearray(b"a" * 64)
    grown = bytearray()
    view = memoryview(steady)

    def write(owner):
        byte = b"abc"[owner]

        def run():
            for number in range(count):
                grown.append(byte)
                steady[number % 64] = byte
                view[(number + 7) % 64] = byte
                assert steady[number % 64] in ALPHABET
                try:
                    shared.append(byte)
                    shared[0] = byte
                    shared[-1] = byte
                    if number % 5 == 0:
                        shared.extend(b"abc" * 4)
                        del shared[3:9]
                    if number % 20 == 0:
                        shared[2:5] = b"aabbcc"
                        shared.reverse()
                    if number % 50 == 0:
                        shared.clear()
                        shared.extend(b"cab" * 10)
                    shared.pop()
                except BufferError as error:
                    assert "resize" in str(error) or "re-sized" in str(error), error
                except IndexError:
                    pass
                if number % 9 == 0:
                    view[8:16] = bytes([byte]) * 8
                if len(shared) > 500:
                    try:
                        del shared[30:]
                    except BufferError:
                        pass
        return run

    def read():
        assert set(bytes(shared)) <= ALPHABET
        assert set(bytes(steady)) <= ALPHABET and len(steady) == 64
        for byte in shared:
            assert byte in ALPHABET
        for byte in grown:
            assert byte in ALPHABET
        for byte in view:
            assert byte in ALPHABET
        assert len(view[5:20].tobytes()) == 15
        part = memoryview(shared)
        size = len(part)
        assert set(part.tobytes()) <= ALPHABET
        assert len(part) == size == len(bytes(part))
        part.release()
        try:
            part[0]
        except ValueError as error:
            assert "released" in str(error)
        shared.find(b"cab")
        assert shared.count(b"d") == 0
        assert set(shared[2:10]) <= ALPHABET
        shared.upper()
        b"".join([shared, b"abc"])
        shared == bytes(shared)

    def release():
        own = memoryview(steady)
        other = [own]

        def use():
            try:
                for _ in range(20):
                    assert other[0][3] in ALPHABET
                    assert other[0][3:5][0] in ALPHABET
                    other[0].tolist()
            except ValueError as error:
                assert "released" in str(error), error

        race([use, own.release, use])

    race([write(owner) for owner in range(3)], [read, read, release])
    assert len(grown) == 3 * count
    assert sorted(grown) == sorted(b"abc" * count)
    assert set(shared) <= ALPHABET
    view.release()
    steady.extend(b"more")


for random in rounds():
    one_round(random)
done()
