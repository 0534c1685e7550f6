# Case conversion over Unicode: special casings, titlecase digraphs, final sigma
for text in ["Hello World", "ß", "ŉ", "ǆ", "ǅ", "ﬁn", "İ", "ı", "ΑΣ", "ΣΑΣ Σ", "ΌΣΟΣ.", "Ⅷ", "ⓐ", "éÉ", "straße", "ὈΔΥΣΣΕΎΣ", "they're bill's", "x1y", "1st 2ND", "", "ᾳ", "և", "𐐀𐐨", "Å", "中文", "ﬃ", "ǰ", "ᾼ", "a\u0345b", "Σ", "aΣ\u0301", "aΣ\u0301b", "Ꭰ", "ꭰ"]:
    print(ascii(text), [ascii(f(text)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)])
print("ß".casefold() == "SS".casefold(), "İ".lower() == "i\u0307", len("ﬃ".upper()))
