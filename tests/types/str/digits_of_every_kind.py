# Decimal digits of every script make numbers; other digits do not
decimal = [c for c in map(chr, range(0x1FC00)) if c.isdecimal()]
print(len(decimal), all(int(c) == float(c) == n % 10 for n, c in enumerate(decimal)))
for text in ("\u0663\u0664", "\uff11_\uff12", "\U0001d7d8", "-\u0967", "\xb2", "\xbd", "\u4e00", "\u2460", "\u0661.\u0665", "\u0661e\u0662", "0\u0660", "0x\u0661", "\u2212\u0661", "\u0661j"):
    for function in (int, float, complex):
        try:
            print(ascii(text), function.__name__, function(text))
        except ValueError as error:
            print(ascii(text), ascii(str(error)))
