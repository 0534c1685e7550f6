# What is wrong with a specification, in the words of each type
specs = ("d", "s", "c", "x", "f", "i", "y", "\0", "é", "1é", "<<", "<<5", "5.", ".", ".5.", "5.5.", "5,,", ",_", "_,", ",.2,f", ",b", "_c", ",n", "_n", ",s", "zd", "z", "zs", "#s", "#c", "+c", "+s", " s", "=5", "05", ".3d", ".3c", ".2x", "99999999999999999999", ".99999999999999999999f", "9223372036854775808", "++", "+-", "##", "zz", "d ", " d ", "{", "}", "!r", ",%x", "_%", "j", "N")
for value in (5, 2.5, 1 + 2j, "text", True, None, [1]):
    for spec in specs:
        try:
            text = ascii(format(value, spec))
            print(repr(value), ascii(spec), text if len(text) < 50 else len(text))
        except Exception as error:
            print(repr(value), ascii(spec), type(error).__name__, ascii(str(error)))
