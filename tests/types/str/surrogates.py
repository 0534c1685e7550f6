# Lone surrogates live in strings but not in UTF-8
s = "a\ud800b\udfff"
print(len(s), ascii(s), s[1] == "\ud800", ascii(s[::-1]), ascii(s.upper()), s.find("\udfff"), "\ud800" in s, s.isprintable())
t = "\ud83d\ude00"
print(len(t), t == "😀", ascii(t), ascii("\ud83d" + "\ude00"))
for operation in (lambda: s.encode(), lambda: "\udc80".encode("utf-16"), lambda: bytes("\ud800", "utf-8"), lambda: int("\ud800"), lambda: float("\udfff1")):
    try:
        print(operation())
    except ValueError as error:
        print(type(error).__name__, ascii(str(error)))
print(t.encode("utf-16", "surrogatepass").decode("utf-16") == "😀", s.encode("utf-8", "surrogatepass"))
print({s: 1}["a\ud800b\udfff"], s + "é" == "a\ud800b\udfffé", ascii(s.replace("\ud800", "é")), [ascii(x) for x in s.split("\ud800")], ascii(s * 2), s.isalpha(), sorted([ascii(c) for c in s]))
print(ascii(f"{s:>6}"), ascii("%s" % s), ascii("{}".format(s)), s < "\ue000", ascii(chr(0xDFFF)))
class K: pass
k = K()
setattr(k, "\ud800", 1)
print([ascii(n) for n in vars(k)], getattr(k, "\ud800"))
