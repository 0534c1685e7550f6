# Replacing in long texts.
text = "abc " * 30000
for old, new in (("b", "--"), ("b", ""), ("abc ", "é"), ("c a", "日本"), ("x", "y"), ("b", "b"), ("abc ", ""), (" ", "\ud800")):
    for limit in (-1, 0, 1, 29999, 40000):
        made = text.replace(old, new, limit)
        print(len(made), made == new.join(text.split(old, limit)), made.isascii(), made is text, ascii(made[:6]), ascii(made[-6:]))
wide = "é日a" * 30000
for old, new in (("é", "e"), ("日", ""), ("a", "😀"), ("é日", "x")):
    made = wide.replace(old, new)
    print(len(made), made == new.join(wide.split(old)), made.isascii(), hash(made) == hash(new.join(wide.split(old))), made.count(new or "é"))
odd = "a\ud800" * 40000
made = odd.replace("\ud800", "b")
print(len(made), made.isascii(), made.encode()[:6])
print("\n".join(repr(text.replace(old, new)[:8]) for old, new in (("", "-"), ("abc ", "z"))))
