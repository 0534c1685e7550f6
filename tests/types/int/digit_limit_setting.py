# Setting the limit
import sys

def shows(text):
    for line in text.strip().splitlines():
        try:
            print(line, "->", ascii(eval(line)))
        except Exception as error:
            print(line, "->", type(error).__name__, ascii(str(error)))

shows(r"""
sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold
sys.set_int_max_str_digits(639)
sys.set_int_max_str_digits(-1)
sys.set_int_max_str_digits(1 << 70)
sys.set_int_max_str_digits("a")
sys.set_int_max_str_digits(1.0)
sys.set_int_max_str_digits()
sys.set_int_max_str_digits(maxdigits=640)
str(10 ** 639)[:3], len(str(10 ** 639))
str(10 ** 640)
int("1" * 640) % 7
int("1" * 641)
sys.set_int_max_str_digits(0)
len(str(10 ** 5000)), int("1" * 5000) % 7
sys.set_int_max_str_digits(4300)
str(10 ** 4300)
""")
