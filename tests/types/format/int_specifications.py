# Integers under every presentation, grouping and alignment
values = (0, 1, -255, 65, 1234567, -123456789012345678901234567890, True)
specs = ("", "d", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "n", "c", "+d", " d", "-d", ",", "_", ",d", "_b", "_x", "_o", "12", "<12", "^12", "=12", "012", "+012,", "020_d", "#012x", "*^15,d", "0<6", "0=+8", ".2f", "e", "g", "%", ".3e", ",.2f", "_.1f", "010,", "013,", "z.0f", "E", "G", "é>6")
for value in values:
    for spec in specs:
        try:
            print(value, ascii(spec), ascii(format(value, spec)))
        except (ValueError, OverflowError) as error:
            print(value, ascii(spec), type(error).__name__, error)
