# Floats under every presentation, precision and alignment
values = (0.0, -0.0, 1.5, -2.5, 1234567.891, 1e16, 1e-5, -0.04, 1e300, float("inf"), -float("inf"), float("nan"))
specs = ("", "e", "E", "f", "F", "g", "G", "n", "%", ".0f", ".1f", ".3e", ".0e", ".2g", ".12g", "#.0f", "#.3g", "#g", "+", " ", "+.2f", "z.1f", "z.0f", "+z.0f", ",", "_", ",.2f", "_.3f", "012.3f", "012,.1f", "*^14.2f", "=+12.1f", "<12", "^12", ".3", ".17", ".0%", "20n", "-z.1f")
for value in values:
    for spec in specs:
        print(value, spec, format(value, spec))
