# + and * of sequences, aliasing of in-place forms, and their limits.
a = b = [1]
a += [2]
a *= 2
print(a, b is a)
a = a + [3]
print(b is a)
t = u = (1,)
t += (2,)
t *= 2
print(t, u)
s = r = 'x'
s *= 3
s += 'y'
print(s, r)
m = [[0] * 2] * 3
m[0][0] = 1
print(m)
m = [[0] * 2 for _ in range(3)]
m[0][0] = 1
print(m)
print([1] * 0, [1] * -5, (1,) * 2, 'ab' * 2, b'x' * 3, 3 * [1], True * 'a', 'a' * False, [None] * 2)
ba = bytearray(b'a')
ba += b'bc'
ba *= 2
print(ba)
lst = [1, 2]
lst += 'ab'
lst += (i for i in range(2))
lst += {5: 6}
lst.extend(lst)
print(lst)
lst[:] = lst + lst
print(len(lst))
x = [1]
x += x
x *= 2
print(x)
for source in ('[] + ()', '() + []', '"a" + 1', 'b"a" + "a"', '[] * 1.5', '[1] * "a"', '"a" * None', '[] + None', 'x = []; x += None', 'x = (); x += []', 'x = ""; x += 1', 'x = []; x *= "a"', 'range(2) + range(3)', 'range(2) * 2', '{} + {}', '{1} + {2}', '"x" * 2**70', '[0] * 2**62 + [1]', '(0,) * 2**62', 'b"" + ""', 'None * 2', '[1] - [1]', '"%d" % "x"', '"%s %s" % 1', '"%s" % (1, 2)', '"%z" % 1', '"%(a)s" % 1', '"%(a)s" % {"b": 1}', '"%" % 1', '"%*d" % (5, 1)', '"%c" % 300000', '"%c" % "ab"', '"%x" % 1.5', '"%d" % 1.9', '"%5.2f|%-5d|%05d|%+d|%e|%g|%r|%a|%%" % (1.234, 5, 6, 7, 8.0, 9.5, "q", "é")'):
    try:
        exec(f'result = {source}' if ';' not in source else source)
        print(source, '->', result if ';' not in source else '')
    except (TypeError, ValueError, OverflowError, MemoryError, KeyError) as e:
        print(source, '->', type(e).__name__, e)
