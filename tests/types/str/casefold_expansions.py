# Case mappings of all letters, some of which become several
text = "".join(map(chr, range(0xD800))) + "".join(map(chr, range(0xE000, 0x20000)))
for method in ("casefold", "upper", "lower", "title", "swapcase", "capitalize"):
    result = getattr(text, method)()
    print(method, len(text), len(result), int.from_bytes(result.encode(), "big") % 1000000007)
print(ascii("Stra\xdfe \u1e9e \ufb01 \u0130 \u03a3\u03c2 \u01c4\u01c5".casefold()))
for c in "\xdf\u0130\u0149\u01c5\u0390\u1e96\u1f80\ufb03\u2160\U00010400\U0001e921\u13a0\uab70\u10d0\u1c90":
    print(ascii(c), ascii([c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase()]))
