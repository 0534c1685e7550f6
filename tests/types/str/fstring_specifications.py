# f-strings: conversions, nested specifications, =
a, b, w, p, x = 5, "\xe9", 8, 2, 3.14159

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
f"{a}{a!r}{b!a}{b!s:>3}"
f"{x:{w}.{p}f}|{x:>{w}}|{b:{'*'}^{w}}"
f"{a=} {a = } {a=!s} {b=:>5} {x=:.2f}"
f"{{{a}}} {a:{'{'}>3}"
f"{a:\x3e4}" + f"{a:\u003e4}"
f"{a!r:^{w}}|{a:,}|{1234567:_}"
f"{None}{True}{...}"
f"{(lambda q: q * 2)(3)} {a if a else b} {[i for i in range(3)]}"
f"{a:d}{b:s}" "c" f"{x!s:.3}"
f"{b:d}"
f"{None:5}"
f"{[]:5}"
f"{a:z}"
f"{a:.2d}"
f"{a!x}"
f"{a:{w:{p}}}"
f"{}"
f"{a!}"
f"{a b}"
""")
