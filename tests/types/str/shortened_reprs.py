# reprlib shows both ends of a long text, and what lies between as dots.
import functools
import reprlib

for text in "a" * 28, "a" * 29, "a" * 30 + "b" * 30, '"' * 30 + "'" * 100, "\n" * 20, "'" * 40, "é" * 31:
    print(reprlib.repr(text))
short = reprlib.Repr(maxstring=7, fillvalue="<>")
for text in "abcde", "abcdef", "abcdefgh":
    print(short.repr(text))
print(reprlib.repr([*range(10)]), reprlib.repr({*"abcdefgh"} - {*"gh"}), reprlib.repr(10**50), reprlib.repr({i: i for i in range(9)}))


class Items:
    @reprlib.recursive_repr("again")
    def __repr__(self) -> str:
        "What it looks like."
        return f"<{self.own!r}>"


items = Items()
items.own = [items]
print(items)
wrapped = Items.__repr__.__wrapped__
for name in functools.WRAPPER_ASSIGNMENTS:
    print(name, getattr(Items.__repr__, name) is getattr(wrapped, name) or getattr(Items.__repr__, name))
