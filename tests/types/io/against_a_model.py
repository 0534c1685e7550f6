# Random operations on StringIO and BytesIO against plain strings.
from io import BytesIO, StringIO

seed = 99


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n


def run(stream, value, pieces, zero, end):
    position = 0
    for step in range(3000):
        what = random(12)
        if what < 4:
            piece = pieces[random(len(pieces))] * (1 + random(3))
            assert stream.write(piece) == len(piece)
            if piece:
                value += zero * (position - len(value))
                value = value[:position] + piece + value[position + len(piece):]
                position += len(piece)
        elif what < 6:
            size = random(12) - 1
            got = stream.read(size)
            wanted = value[position:] if size < 0 else value[position:position + size]
            assert got == wanted, (got, wanted)
            position += len(wanted)
        elif what < 8:
            at = value.find(end, position)
            wanted = value[position:] if at < 0 else value[position:at + 1]
            assert stream.readline() == wanted
            position += len(wanted)
        elif what < 10:
            position = random(len(value) + 4)
            assert stream.seek(position) == position
        elif what == 10 and random(4) == 0:
            length = random(len(value) + 3)
            assert stream.truncate(length) == length
            value = value[:length]
        assert stream.tell() == position
        if step % 50 == 0:
            assert stream.getvalue() == value
    return len(value)


print(run(StringIO(), '', ['a', 'bc\n', 'xyz', '', '\n'], '\0', '\n') > 0)
print(run(StringIO(), '', ['a', 'é\n', '日本', '🙂', '\udc80', '\n'], '\0', '\n') > 0)
print(run(BytesIO(), b'', [b'a', b'bc\n', b'xyz', b'', b'\xff\0'], b'\0', b'\n') > 0)
