# Flags, width and precision of every conversion
values = {"d": (42, -42, 0, True, 1 << 70), "x": (255, -255, 0), "o": (8, -8), "f": (1.5, -0.0, float("inf")), "e": (12345.678, 0.0), "g": (1e-5, 1234567.0, 100000.0), "s": ("abc", "\xe9", None), "r": ("a'b", 1.5), "a": ("\xe9",), "c": (97, "\xe9")}
for kind, cases in values.items():
    for flags in ("", "-", "+", " ", "#", "0", "-0", "+0", "#0", "+ "):
        for size in ("", "8", ".0", ".2", "8.3"):
            template = "%" + flags + size + kind
            print(template, [ascii(template % (case,)) for case in cases])
