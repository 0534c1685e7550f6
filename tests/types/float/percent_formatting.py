# Floats in % formatting
for form in ["%f", "%.0f", "%#.0f", "%e", "%.2E", "%g", "%G", "%#g", "%10.3f|", "%-10.3f|", "%010.3f|", "%+f", "% f", "%.10g", "%5.1f%%", "%s", "%r", "%d", "%i", "%.3s", "%u", "%.50f"]:
    print(form, [form % value for value in (0.0, 1.5, -2.25, 1e10, 123456.789, 1e-5)])
for form in ["%d", "%i", "%f", "%g", "%e", "%F", "%E", "%05f", "%+d"]:
    for value in (float("inf"), float("-inf"), float("nan")):
        try:
            print(form, form % value)
        except (OverflowError, ValueError) as error:
            print(form, type(error).__name__, error)
for form, value in [("%x", 1.5), ("%c", 1.5), ("%o", 2.0), ("%d", "1"), ("%f", "a"), ("%f", None), ("%f", 10**400), ("%e", 1j), ("%d", 1j), ("%.*f", (1,)), ("%*d", (1.5, 2))]:
    try:
        print(form % value)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)
print("%.*f %*.*f" % (2, 3.14159, 10, 3, 2.71828), "%-*d|" % (5, 3), "%*d|" % (-5, 3), "%d" % 3.99, "%d" % -3.99, "%d" % 1e25, "%f" % 10**20 if False else "%f" % (10**20))
