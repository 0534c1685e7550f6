# Format specifications of complex numbers

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
f"{1+2j:.2f}", f"{1+2j:>20}", f"{-1.5j:+}", f"{1e10+1j:,}", f"{1+2j:g}", f"{1.5+0j:e}", f"{0j:}", f"{1+2j:^+20.1f}|", f"{1+2j:_.1f}"
f"{complex('nan+infj'):.1f}", f"{1+2j:#.0f}", f"{1+2j: }", f"{1+2j:*<12}", f"{-0.0+0j:z.0f}", f"{1+2j:n}"
f"{1+2j:05}"
f"{1+2j:=10}"
f"{1+2j:d}"
f"{1+2j:s}"
f"{1+2j:%}"
f"{1+2j:x}"
f"{1+2j:.2}", f"{1234567.891+0j}", f"{1234567.891+0j:.3}"
""")
