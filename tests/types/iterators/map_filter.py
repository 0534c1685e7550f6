# map, filter and reversed

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2], [5, 5])), list(map(None, [])) if False else "", list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x > 1, range(4))), list(filter(str.isalpha, "a1b2")), type(map(str, [])).__name__, type(filter(None, [])).__name__, list(map(list, ["ab", (1,)])))
show(map, str); show(map); show(map, 5); show(list, map(5, [1])); show(map, str, 5); show(list, map(lambda: 1, [1])); show(filter, None, 5); show(list, filter(5, [1])); show(filter, None); show(list, map(len, [1])); show(list, filter(lambda x: x.y, [1])); show(list, filter(bool, [])); show(list, map(5, []))
m = map(int, ["1", "x", "3"])
print(next(m))
show(next, m)
print(next(m), next(m, "end"), iter(m) is m)
class Truth:
    def __init__(self, v): self.v = v
    def __bool__(self):
        if self.v is None: raise TypeError("no truth")
        return self.v
print(len(list(filter(None, [Truth(True), Truth(False)]))), len(list(filter(lambda x: Truth(x), [True, False]))))
show(list, filter(None, [Truth(None)]))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})), list(reversed((1, 2))), list(reversed(b"ab")), list(reversed(bytearray(b"ab"))))
class R:
    def __reversed__(self): return iter("custom")
class S:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 2
class N:
    __reversed__ = None
    def __len__(self): return 0
    def __getitem__(self, i): return 0
class Odd:
    def __reversed__(self): return 5
print(list(reversed(R())), list(reversed(S())), reversed(Odd()), type(reversed(S())).__name__, type(reversed("")).__name__, type(reversed([])).__name__)
show(reversed, 5); show(reversed, {1}); show(reversed, iter([])); show(reversed, N()); show(reversed, (x for x in [])); show(reversed, None); show(list, reversed(frozenset())) if False else show(reversed, frozenset())
r = reversed([1, 2, 3])
print(next(r), r.__length_hint__(), list(r), next(r, "end"))
class M(map): pass
class F(filter): pass
print(list(M(str, [1])), list(F(None, [0, 1])), type(M(str, [])).__name__, list(map(lambda *a: a, "ab", "cd", "ef")), list(map(print, [])))
