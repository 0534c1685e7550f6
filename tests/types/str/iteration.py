# Iterators over strings
it = iter("aé😀")
print(next(it), list(it), next(it, "done"), list(it), type(it).__name__)
print(list("abc"), tuple("é😀"), [*"ab"], {*"a"}, dict(enumerate("ab")), list(reversed("aé😀")), list(zip("ab", "cd")), sorted("hello"), "".join(sorted(set("hello"))))
a, b, c = "xyz"
print(a, b, c)
first, *rest = "hello"
print(first, rest)
for text, count in (("ab", 3), ("abcd", 3)):
    try:
        a, b, c = text
    except ValueError as error:
        print(error)
it = iter("abcdef")
next(it)
print(it.__length_hint__(), [x + y for x, y in zip(it, it)], it.__length_hint__())
print("b" in iter("abc"), max(iter("hello")), list(iter("ab" * 3))[::2], all(iter("")), any(""))
it = iter("ab")
print(iter(it) is it, [list(it) for _ in range(2)])
print([c for c in "héllo" if c > "h"], {c: ord(c) for c in "é😀"}, list(map(ord, "a\u0100")))
