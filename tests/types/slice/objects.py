# slice objects: attributes, indices(), comparison, hash

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


s = slice(1, 10, 2)
check("s", "slice(5)", "slice(None)", "slice(1, 2)", "slice('a', [], {})", "slice()", "slice(1, 2, 3, 4)", "slice(start=1)", "s.start, s.stop, s.step", "s.indices(5)", "s.indices(0)", "s.indices(100)", "s.indices(-1)", "s.indices('a')", "slice(None).indices(5)", "slice(None, None, -1).indices(5)", "slice(-3, None).indices(5)", "slice(-100, 100).indices(5)", "slice(10, -10, -2).indices(5)", "slice(0, 1, 0).indices(5)", "slice('a').indices(5)", "slice(1.0).indices(5)", "slice(10**30).indices(10**31)", "slice(None, None, 10**30).indices(5)", "slice(10**30, None, -1).indices(10)", "s == slice(1, 10, 2)", "s == slice(1, 10)", "s == (1, 10, 2)", "slice(1) < slice(2)", "slice(1, 2) < slice(1, 3)", "slice(None) < slice(None)", "slice(None) < slice(1)", "hash(slice(1, 2)) == hash(slice(1, 2))", "{slice(1, 2): 'v'}[slice(1, 2)]", "hash(slice([]))", "s.__reduce__()[1]", "[0, 1, 2, 3, 4, 5][s]", "'abcdef'[slice(None, None, -2)]", "slice(1).start", "repr(slice(slice(1)))")
for source in ("s.start = 1", "s.x = 1", "class X(slice): pass"):
    try:
        exec(source)
    except (TypeError, AttributeError) as error:
        print(source, "->", error)
class G:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
g = G()
print(g[1:2], g[::], g[1:2, 3], g[...], g[:, None], g["a":"b":"c"], g[1:2:3, ::4], g[*[1, 2]], g[*[1], 2:3], g[()], g[(1, 2)])
g[1:2] = 5
g[::2], g[...] = 6, 7
del g[:3]
del g[1], g[2:]
for start in (None, -3, 0, 2, 9):
    for step in (None, -2, 2):
        sl = slice(start, 4, step)
        assert "abcdef"[sl] == "".join("abcdef"[i] for i in range(*sl.indices(6)))
        print(sl.indices(6), "abcdef"[sl], end=" ")
print()
