# Arguments by position, by name and by star

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"%s %s" % (1, 2), "%s" % [1, 2], "%s" % ((1, 2),), "%(a)s %(a)r %(b)d" % {"a": "x", "b": 2}
"%s" % {"a": 1}, "%(a(b))s" % {"a(b)": 1}, "%()s" % {"": 5}, "%(a)%" % {"a": 1}, "%s" % ()
"%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 1, 2, 1.0, 7, 2, 3.14159), "%*d" % (-5, 1), "%.*f" % (-2, 1.5)
"%s %s" % 1
"%s" % (1, 2)
"" % 1
"" % {"a": 1}, "" % [1], "" % ()
"%d" % "1"
"%d" % 1.9, "%d" % -1.9, "%i" % True, "%u" % -1
"%d" % 1j
"%x" % 1.5
"%x" % "a"
"%f" % "a"
"%f" % 1j
"%c" % 0x110000
"%c" % -1
"%c" % "ab"
"%c" % 1.0
"%(a)s" % 1
"%(a)s" % (1,)
"%(a)s %s" % {"a": 1}
"%(b)s" % {"a": 1}
"%(a" % {}
"%(a)" % {"b": 1}
"%" % ()
"%5" % ()
"%y" % 1
"%\xe9" % 1
"%\n" % 1
"%*d" % ("a", 1)
"%*" % ("a", 1)
"%*d" % (1 << 70, 1)
"%.*d" % (1 << 70, 1)
"%99999999999999999999d" % 1
"%hd %ld %Lf" % (1, 2, 3.0)
"%lld" % 1
""")
