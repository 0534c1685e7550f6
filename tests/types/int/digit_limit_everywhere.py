# The limit on digits holds for every decimal conversion, and only there
big = 10 ** 4300

def short(function, *args):
    answer = function(*args)
    return answer if isinstance(answer, int) else len(answer)

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
short(str, big)
short(repr, -big)
short(format, big)
short(format, big, "d")
short(format, big, ",")
short(format, big, "n")
short("{}".format, big)
short("%d".__mod__, big)
short("%s".__mod__, big)
short(b"%d".__mod__, big)
short(print, big)
short(repr, [big])
short(int, "1" * 4301)
short(int, "1_" * 4300 + "1")
short(int, " " * 10000 + "1" * 4300) % 1000
short(int, b"1" * 4301)
short(int, "1" * 4301, 3)
short(int, "1" * 4301, 16) % 1000
short(int, "1" * 4301, 32) % 1000
len(hex(big)), len(format(big, "x")), len("%x" % big), len(bin(big))
short(float, big)
short(float, "1" * 5000)
short(eval, "1" * 4301)
short(compile, "x = " + "9" * 5000, "<s>", "exec")
big == 10 ** 4300, big > 1.0
""")
