# The format mini-language for strings
for spec in ["", "s", "5", "<5", ">5", "^5", "*^6", ".2", "5.1", "^7.2s", "05", "0>5", "😀<4", "<<5", ">>5", "=<5", "{<4", "10", ".0", ".100", "07.2"]:
    print(repr(spec), [format(text, spec) for text in ("", "abc", "é😀")])
for spec in ["d", "=5", "+", "-5", " ", ",", "_", "#", "f", ".", "5.", "x", "z", "n", "%", "5s5", "..2", "=05", "#s", "+s", "99999999999999999999", ".99999999999999999999", "é"]:
    try:
        print(repr(spec), repr(format("abc", spec)))
    except ValueError as error:
        print(repr(spec), error)
width, precision, fill = 8, 2, "-"
print(f"{'abc':{fill}^{width}.{precision}}|", f"{'abc':>{width}}|", f"{'x':{'*'}<{3}}|")
