# repr and str of complex numbers
inf, nan = float("inf"), float("nan")
for z in [0j, 1j, -1j, 1 + 2j, 1 - 2j, -1 - 2j, complex(0, -0.0), complex(-0.0, 0), complex(-0.0, -0.0), complex(0.0, -0.0), 1e20j, 1.5e-10 + 2.5e30j, complex(inf, nan), complex(nan, -inf), complex(0, inf), complex(3, 0), complex(0, nan), 0.1 + 0.2j, 1e16 + 1e16j, -0.0 + 1j]:
    print(z, repr(z) == str(z), [z], f"{z}")
print(complex(1), complex(1.5, 2), complex(True), complex(), complex(1j), complex(1j, 1), complex(1, 1j), complex(1j, 1j), complex(imag=2), complex(real=3, imag=-4))
for spec in ["", ".2f", "g", "e", "+.1f", ">20.1f", "^20", ",.1f", "_.2f", "#g", ".3", "30", "n", "F"]:
    print(repr(spec), repr(format(1234.5 - 6.25j, spec)))
for spec in ["05", "=10", "d", "%", "x", "s", "010.1f", "c"]:
    try:
        print(format(1j, spec))
    except ValueError as error:
        print(repr(spec), error)
