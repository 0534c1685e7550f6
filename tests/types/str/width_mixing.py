# Operations that mix one, two and four byte texts give the right width back
ascii_, latin, bmp, astral = "ab", "é", "中", "😀"
parts = [ascii_, latin, bmp, astral, ""]
for a in parts:
    for b in parts:
        s = a + b
        assert len(s) == len(a) + len(b) and s.startswith(a) and s.endswith(b) and s[len(a):] == b and s[:len(a)] == a
        assert s.replace(a, "x") != s or a == "" or True
        assert (a in s) and (b in s) and s == "".join([a, b]) == f"{a}{b}" == "%s%s" % (a, b) == "{}{}".format(a, b)
        assert s.encode("utf-8").decode("utf-8") == s and hash(s) == hash(a + b) and s * 3 == s + s + s
        assert ascii(s).isascii() and eval(repr(s)) == s and eval(ascii(s)) == s
mixed = "a😀é中" * 5
shrunk = mixed.replace("😀", "").replace("中", "")
print(shrunk, shrunk == "aé" * 5, hash(shrunk) == hash("aé" * 5), {shrunk: 1}["aé" * 5], shrunk.replace("é", "").isascii(), mixed[::4], mixed[1::4], mixed[2::4] == "é" * 5)
print(mixed.split("😀"), mixed.partition("é"), mixed.rpartition("中"), mixed.find("中"), mixed.rfind("a"), mixed.count("😀é"), mixed.index("é中a"))
print(mixed.strip("a"), mixed.strip("中a"), mixed.center(26, "😀"), mixed.ljust(22, "é"), mixed.upper() == mixed.replace("a", "A").replace("é", "É"))
print([ascii(mixed[i:j]) for i, j in ((0, 3), (-3, None), (5, 2), (18, 30))], sorted(set(mixed)), max(mixed) == "😀", min(mixed))
print(mixed.translate({0x1F600: ":)", ord("é"): None}), mixed.translate(str.maketrans("a中", "😀b")))
for i, c in enumerate("x😀y"):
    print(i, c, ord(c), "x😀y"[i] is c or "x😀y"[i] == c)
