# Assigning to and deleting slices of lists.
a = list(range(6))
a[1:3] = 'xyz'
print(a)
a[:0] = [9, 8]
print(a)
a[len(a):] = (1, 2)
print(a)
a[2:4] = []
print(a)
a[:] = range(5)
print(a)
a[::2] = 'abc'
print(a)
a[::-2] = 'XYZ'
print(a)
del a[1::2]
print(a)
a[5:1] = ['inserted at', 5]
print(a)
a = [1, 2, 3]
a[1:1] = a
print(a)
a[::] = a[::-1]
print(a)
a[-2:] = [0]
print(a)
a[100:200] = [7]
print(a)
a[:2] = (i * i for i in range(4))
print(a)
a[1:2] = {'k': 1}
print(a)
b = list(range(10))
b[8:2:-3] = [80, 50]
print(b)
del b[-1:-8:-2]
print(b)
del b[5:2]
print(b)
del b[:]
print(b)
for source in ['b[::2] = [1]', 'b[0:1] = 5', 'b[::2] = 5', 'b[0] = 1', 'b[::0] = []', 'del b[::0]', 'b["a"] = 1', 'b[1:2] = None', 'del b["x"]', '(1, 2)[0:1] = 3', '"abc"[0:1] = "x"', 'del (1, 2)[0:1]', 'range(3)[0:1] = []', 'b[:] = iter(5)']:
    b = [1, 2, 3, 4, 5]
    try:
        exec(source)
        print(source, b)
    except Exception as e:
        print(source, '->', type(e).__name__, e)
