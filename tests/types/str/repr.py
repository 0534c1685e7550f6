# repr and ascii: quotes, escapes, unprintable characters
for text in ["", "a", "it's", 'say "hi"', "it's \"both\"", "\\", "\n\r\t", "\x00\x07\x1b\x7f", "\x80\x9f\xa0\xad", "é", "ÿ", "Ā", "\u0378", "\u200b", "\u2028", "\ud800", "\udfff", "\ue000", "\ufeff", "\uffff", "😀", "\U000e0001", "\U0010ffff", "日本語", "\u0301", "a\u0301", "'", '"', "\\'", "\u3000", "\u00ad", "🏴\U000e0067"]:
    print(ascii(repr(text)), ascii(text), len(repr(text)))
print(["a'b", 'c"d', "\n"], {"k'": "é\n"}, ("\x00",), "%r %a" % ("é'", "é'"), f"{'é'!r} {'é'!a} {'é'!s}")
print(repr("é😀"), str("é😀"), repr("a\tb"))
class S(str):
    def __repr__(self): return "S!"
    def __str__(self): return "s!"
print(S("x"), repr(S("x")), [S("x")], f"{S('x')}", f"{S('x')!r}", "%s %r" % (S("x"), S("x")), "{} {!r}".format(S("x"), S("x")), "".join([S("x")]), S("x") + "", str(S("x")), ascii(S("x")))
class BadRepr:
    def __repr__(self): return 5
class UnicodeRepr:
    def __repr__(self): return "é\n😀"
for function in (repr, str, ascii, "{}".format, lambda o: f"{o!r}"):
    try:
        print(function(BadRepr()))
    except TypeError as error:
        print(error)
    print(ascii(function(UnicodeRepr())))
