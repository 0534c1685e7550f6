# Identifiers and names through setattr, kwargs and exec
for name in ["a", "_", "é", "变量", "a1", "1a", "", "a b", "a-b", "class", "None", "ﬁ", "𝐱", "a\u0301", "·", "x·", "℮", "٣", "a٣", "ª", "\ud800", "😀"]:
    ok = name.isidentifier()
    try:
        exec(f"{name} = 1", {})
        assigned = True
    except (SyntaxError, UnicodeError):
        assigned = False
    print(ascii(name), ok, assigned)
def f(**kw): return kw
print(f(**{"a b": 1, "class": 2, "": 3, "1": 4}))
class C: pass
c = C()
setattr(c, "class", 5)
print(getattr(c, "class"), vars(c))
ﬁ = "ligature"
print(fi, ﬁ, "fi" in globals(), "ﬁ" in globals())
𝐱 = 7
print(x, {"𝐱": 1} == {"x": 1})
class K:
    ª = 1
    def __init__(self, ﬂ): self.ﬂ = ﬂ
print(K.a, K(3).fl, getattr(K(4), "fl"), hasattr(K, "ª"))
