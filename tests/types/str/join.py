# join accepts any iterable of strings and refuses the rest

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(",".join([]), ",".join(["a"]), ",".join("abc"), "".join(("a", "b")), ", ".join({"k": 1, "l": 2}), "-".join(str(i) for i in range(5)), "é".join(["a", "😀", "b"]), "\0".join(["a", "b"]) == "a\0b")
class S(str): pass
one = S("x")
print(type("".join([one])), type(",".join([one, one])), "".join([S("a"), S("b")]), S("-").join("ab"), type(S("-").join("ab")))
show(",".join, [1])
show(",".join, ["a", 2, "b"])
show(",".join, ["a", b"b"])
show(",".join, 5)
show(",".join, [None])
show(",".join)
show(",".join, "a", "b")
show(b",".join, [b"a", "b"])
show(b",".join, [b"a", bytearray(b"b"), b""])
show(b",".join, b"ab")
show(bytearray(b"-").join, [b"a", b"b"])
def failing():
    yield "a"
    raise KeyError("stopped")
show(",".join, failing())
class It:
    def __iter__(self): return iter("xy")
class Get:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return "pqr"[i]
print("+".join(It()), "+".join(Get()), "+".join(map(str, [1, 2])), "".join(reversed("abc")))
