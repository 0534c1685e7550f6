# Indexing and slicing of strings of every width

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


a, w, x = "hello", "héllo", "h😀llo"
check("a[0]", "a[-1]", "a[5]", "a[-6]", "x[1]", "x[-4]", "w[1:3]", "x[1:3]", "x[::-1]", "x[::2]", "a[10:]", "a[-100:2]", "a[3:1]", "a[::0]", "a[1:4:2]", "a[-1:-4:-1]", "a[-1::-2]", "a['x']", "a[1.0]", "a[None]", "a[True]", "a[10**30]", "a[:10**30]", "a[-10**30:]", "a[10**30:10**31:10**29]", "a[::-10**30]", "a[1:2, 3]", "a[...]", "a[slice(1, None)]", "a[:]", "x[2:]", "len(x)", "x[1:2] * 3", "('é' * 5)[2:4]", "''[0]", "''[::]", "a[0][0][0]", "a[(0)]", "a[()]")
try:
    a[0] = "x"
except TypeError as error:
    print(error)
try:
    del a[0]
except TypeError as error:
    print(error)
long = "é" * 100 + "😀" * 100 + "a" * 100
print([long[i] for i in (0, 99, 100, 199, 200, 299, -1, -101, -201)], long[95:105], long[195:205], long[::50], long[298:95:-60])
print("".join(long[i] for i in range(0, 300, 33)), long.index("😀"), long.rindex("é"), long.index("a"))
print(a[:] is a, a[0] is "hello"[0:1])
