# Incomplete and unknown conversions

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
b"%" % ()
b"%5" % 1
b"%-+ #0" % 1
b"%.2" % 1
b"%(a" % {}
b"%(a)" % {b"a": 1}
b"%(a)" % {b"b": 1}
b"%(a)s" % 1
b"%*" % ()
b"%*d" % ("a", 1)
b"%.*" % (1 << 70, 1)
b"%z" % 1
b"%\x00" % 1
b"%\n" % 1
b"%d %d" % 1
b"%d" % (1, 2)
b"" % 1
b"%%" % 1
b"%%" % ()
b"%5%|" % ()
b"%99999999999999999999d" % 1
b"%.99999999999999999999d" % 1
""")
