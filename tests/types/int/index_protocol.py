# Objects with __index__ where integers are wanted
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
data = list(range(10))
print(data[I(3)], data[I(-1)], data[I(2):I(8):I(3)], "abcdef"[I(1)], "abc" * I(2), I(2) * [1], b"ab" * I(3), (1,) * I(2))
print(range(I(3)), list(range(I(1), I(9), I(4))), chr(I(65)), bytes(I(3)), bytes([I(65), I(66)]), hex(I(255)), oct(I(8)), bin(I(5)))
print("a,b,c".split(",", I(1)), "aaa".replace("a", "b", I(2)), "x".center(I(5), "*"), round(2.567, I(1)), divmod(7, int(I(2))))
print(int.from_bytes(b"ab").to_bytes(I(3), "big"), [1, 2, 3].pop(I(0)), "abcabc".find("c", I(3)), "%d" % I(7), "%x" % I(255), "%c" % I(97))
class Bad:
    def __index__(self): return "x"
class Raises:
    def __index__(self): raise KeyError("no index")
for index in (Bad(), Raises(), 1.0, "1", None):
    for operation in (lambda: data[index], lambda: "ab" * index, lambda: range(index), lambda: chr(index)):
        try:
            print(operation())
        except (TypeError, KeyError) as error:
            print(type(error).__name__, error)
