# Slices of every built-in sequence with every sign of start, stop and step.
data = [list('abcdef'), tuple('abcdef'), 'abcdef', b'abcdef', bytearray(b'abcdef'), range(6)]
cases = [(None, None, None), (1, 4, None), (-3, None, None), (None, -2, None), (None, None, -1), (5, 1, -2), (10, 20, None), (-10, 3, None), (None, None, 4), (4, 1, None), (-1, -4, -1), (2**70, None, -1), (None, -2**70, None), (0, 0, 1), (-1, None, -3)]
for start, stop, step in cases:
    print(start, stop, step, *[seq[start:stop:step] for seq in data])
print('héllo wörld'[1:8:2], '日本語テキスト'[::-1], '日本語'[1], 'a😀b'[1:], 'a😀b'[::-1])
print([1, 2, 3][True:], 'abc'[False], (1, 2)[True])
print('abc'[1:2] == 'b', ''[0:5], ''[::-1], [][1:2], b''[3:])
x = 'abc'
print(x[:] is x, (t := (1, 2))[:] is t, [1][:] == [1])
print(memoryview(b'abcdef')[1:4].tobytes(), memoryview(b'abcdef')[::2].tolist())
s = slice(1, None, 2)
print([seq[s] for seq in data])
