# Positions in UnicodeError are shown as they are given.
samples = [
    UnicodeDecodeError('a', b'bcd', 1, 2, 'r'), UnicodeDecodeError('a', b'bcd', 0, 3, 'r'), UnicodeDecodeError('a', b'', 5, 9, 'r'),
    UnicodeEncodeError('a', 'bcd', 1, 2, 'r'), UnicodeEncodeError('a', 'b\u1234d', 1, 2, 'r'), UnicodeEncodeError('a', '\U00012345', 0, 1, 'r'),
    UnicodeEncodeError('a', '', 0, 1, 'r'), UnicodeEncodeError('a', 'bcd', 0, 2, 'r'), UnicodeTranslateError('bcd', 1, 2, 'r'), UnicodeTranslateError('bcd', 0, 2, 'r'),
]
for error in samples:
    print(error)
u = samples[0]
u.start, u.end, u.reason = 0, 3, 'other'
print(u)
u.object = b''
print(u)
