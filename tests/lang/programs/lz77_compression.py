# LZ77 compression to bytes and back, a Huffman coder and run lengths on top of each other.
from collections import Counter


def lz_compress(data, window=255, longest=255):
    out, i = bytearray(), 0
    table = {}
    while i < len(data):
        best_len = best_off = 0
        for j in reversed(table.get(data[i:i + 3], ())):
            if i - j > window:
                break
            n = 0
            while n < longest and i + n < len(data) and data[j + n] == data[i + n]:
                n += 1
            if n > best_len:
                best_len, best_off = n, i - j
        if best_len >= 3:
            out += bytes((0, best_off, best_len))
        else:
            best_len = 1
            if data[i] == 0:
                out += b'\0\0'
            else:
                out.append(data[i])
        for k in range(i, i + best_len):
            table.setdefault(data[k:k + 3], []).append(k)
        i += best_len
    return bytes(out)


def lz_decompress(data):
    out, it = bytearray(), iter(data)
    for byte in it:
        if byte:
            out.append(byte)
        elif offset := next(it):
            for _ in range(next(it)):
                out.append(out[-offset])
        else:
            out.append(0)
    return bytes(out)


class Huffman:
    def __init__(self, frequencies):
        nodes = [(n, i, symbol) for i, (symbol, n) in enumerate(sorted(frequencies.items()))]
        order = len(nodes)
        while len(nodes) > 1:
            nodes.sort(key=lambda t: t[:2])
            a, b, *nodes = nodes
            nodes.append((a[0] + b[0], order, (a[2], b[2])))
            order += 1
        self.tree = nodes[0][2]
        self.codes = dict(self._codes(self.tree, ''))

    def _codes(self, node, prefix):
        if isinstance(node, tuple):
            yield from self._codes(node[0], prefix + '0')
            yield from self._codes(node[1], prefix + '1')
        else:
            yield node, prefix or '0'

    def encode(self, data):
        bits = ''.join(map(self.codes.__getitem__, data))
        return len(data), int('1' + bits, 2).to_bytes(len(bits) // 8 + 1, 'big')

    def decode(self, count, packed):
        bits = iter(bin(int.from_bytes(packed, 'big'))[3:])
        out = bytearray()
        for _ in range(count):
            node = self.tree
            while isinstance(node, tuple):
                node = node[int(next(bits))]
            if not isinstance(self.tree, tuple):
                next(bits)
            out.append(node)
        return bytes(out)


def rle(data):
    runs = []
    for b in data:
        if runs and runs[-1][0] == b:
            runs[-1][1] += 1
        else:
            runs.append([b, 1])
    return runs


texts = {
    'short': b'abc',
    'empty': b'',
    'run': b'a' * 1000,
    'text': b'she sells sea shells by the sea shore, the shells she sells are sea shells for sure. ' * 5,
    'zeros': bytes(50) + b'\x01\x00\x02' * 20,
    'all bytes': bytes(range(256)) * 2,
    'unicode': 'Grüße, Jürgen ❤ naïve café 日本語日本語日本語'.encode() * 3,
    'random': bytes(pow(7, i, 257) % 256 for i in range(300)),
}
for name, data in texts.items():
    packed = lz_compress(data)
    assert lz_decompress(packed) == data, name
    line = f'{name:10} {len(data):5} -> lz {len(packed):4}'
    if data:
        h = Huffman(Counter(data))
        count, coded = h.encode(data)
        assert h.decode(count, coded) == data
        h2 = Huffman(Counter(packed))
        both = h2.encode(packed)[1]
        line += f' huffman {len(coded):4} both {len(both):4} codes {len(h.codes):3} longest {max(map(len, h.codes.values())):2} runs {len(rle(data))}'
    print(line)
print(lz_compress(b'abcabcabcabc'), lz_compress(b'aaaaaa'), lz_compress(b'\0\0a'))
print(sorted(Huffman(Counter(b'abracadabra')).codes.items()))
try:
    lz_decompress(b'\x00\x05\x03')
except IndexError as e:
    print('IndexError', e)
try:
    lz_decompress(b'ab\x00')
except StopIteration:
    print('StopIteration')
except RuntimeError as e:
    print(e)
