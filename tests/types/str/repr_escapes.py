# Which code points repr escapes, and the quotes it takes
text = "".join(map(chr, range(0x20000)))
print(len(repr(text)), len(ascii(text)), int.from_bytes(ascii(repr(text)).encode(), "big") % 1000000007)
for text in ("'", '"', "'\"", "\\", "\n\t\r\0\x1b\x7f", "\x80\xa0\xad\xe9", "\u0378\u200b\u2028\ud800\ufeff", "\U0001f600\U000e0001\U0010ffff", "a'b", 'a"b', ""):
    print(ascii(repr(text)), ascii(text))
