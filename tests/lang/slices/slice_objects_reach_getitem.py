# What arrives in __getitem__, __setitem__ and __delitem__.
class S:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print('set', k, v)

    def __delitem__(self, k):
        print('del', k)


s = S()
print(s[1], s[1:2], s[1:2:3], s[:], s[::], s[1:], s[:2], s[::3], s[:, 1], s[1, 2], s[1,], s[...], s[..., 1:2])
print(s[()], s[(1, 2)], s[1:2, ::3], s['a':'b'], s[None:None], s[*[1, 2]], s[*[1], 2:3], s[-1], s[not 1], s[lambda: 0].__name__)
print(s[1 if 1 else 2:3], s[(x := 3)], s[x := 4], x, s[[1]], s[{1: 2}])
s[1:2] = 'v'
s[:, 0] = 'w'
s[*'ab'] = 1
del s[::2], s[1, 2]
print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {}))
a = slice(1, 10, 2)
print(a.start, a.stop, a.step, a.indices(7), slice(None, None, -1).indices(4), slice(-3, None).indices(5))
print(a == slice(1, 10, 2), a != slice(1, 10), slice(1, 2) < slice(1, 3), hash(slice(1, 2)) == hash(slice(1, 2)))


class OnlyIndex:
    def __index__(self):
        return 2


print([0, 1, 2, 3][OnlyIndex()], 'abcd'[OnlyIndex():], (1, 2, 3)[:OnlyIndex()], slice(OnlyIndex()).indices(9))
L, T, text, data, none, five, gen = [1], (1,), 'ab', b'ab', None, 5, (i for i in [])
for source in ['slice()', 'slice(1, 2, 3, 4)', 'a.start = 5', 'slice(1, 2, 0).indices(3)', 'a.indices(-1)', 'slice("a").indices(3)', 'L["a":]', 'L[1.5]', 'L[None]', 'text["a"]', 'T[1:2, 3]', 'L[::0]', '{}[1:2]', 'none[1]', 'five[0]', 'object()[1]', 'len[1]', 'a.indices("x")', 'range(3)[1.0]', 'data["x"]', 'int[0]', 'S[0]', '[1, 2][5]', '(1, 2)[5]', '"ab"[5]', 'b"ab"[5]', 'range(3)[5]', '[][-1]', 'bytearray(b"a")[3]', '[1][2**70]', 'gen[0]']:
    try:
        exec(source)
    except Exception as e:
        print(source, '->', type(e).__name__, e)
