# Fields within specifications

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
"{:{}}".format(5, ">4"), "{:{w}.{p}f}|".format(3.14159, w=8, p=2), "{0:{1}}{0:{2}}".format(7, 3, "<3")
"{:{}{}{}}".format("a", "*", "^", 5), "{0:{0}}".format(3), "{a:{b[0]}}".format(a=1, b=[4]), "{a:{b.real}}".format(a=1, b=4)
"{:{!r}}".format("a", 5), "{:>{}}|{:<{}}|".format(1, 3, 2, 4)
"{:{:{}}}".format(1, 2, 3)
"{:{}}".format(1)
"{0:{}}".format(1, 2)
"{:{0}}".format(1)
"{:{".format(1)
"{:{}".format(1, 2)
"{:{}}}".format(1, 2)
"{{{}}}".format(1), "{{}}".format(), "{{{{".format(), "}}}}".format()
"{".format()
"}".format()
"{0".format(1)
"{0!".format(1)
"{0!r".format(1)
"{0!rs}".format(1)
"{0!x}".format(1)
"{0!}".format(1)
"{}}".format(1)
"{{}".format(1)
"a{b".format(b=1)
""")
