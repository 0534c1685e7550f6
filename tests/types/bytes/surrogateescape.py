# Undecodable bytes survive a round trip as lone surrogates
for encoding in ("ascii", "utf-8"):
    for data in (bytes(range(120, 136)), b"\xff\xc3\xa9\xed\xb2\x80", b"a\xf0\x9f\x98"):
        text = data.decode(encoding, "surrogateescape")
        print(encoding, ascii(text), text.encode(encoding, "surrogateescape") == data)
for text in ("\udc80", "\udcff", "\udc7f", "\ud800", "\ue000", "a\udc80\udc81b"):
    for encoding in ("ascii", "utf-8", "latin-1", "utf-16-le"):
        try:
            print(ascii(text), encoding, text.encode(encoding, "surrogateescape"))
        except UnicodeEncodeError as error:
            print(ascii(text), encoding, error)
