# Conversion between int and str stops at 4300 digits until the limit is changed
import sys

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(sys.get_int_max_str_digits())
big = 10 ** 4299
print(len(str(big)))
show(str, big * 10)
show(repr, -big * 10)
show(lambda: f"{big * 10}")
show(lambda: "%d" % (big * 10))
show(int, "1" * 4301)
print(len(str(int("1" * 4300))))
print(len(hex(big * 10)), len(f"{big * 10:x}"), int("f" * 5000, 16).bit_length())
show(int, "1" * 4301, 9)
show(sys.set_int_max_str_digits, 100)
show(sys.set_int_max_str_digits, -1)
sys.set_int_max_str_digits(640)
show(str, 10 ** 640)
print(len(str(10 ** 639)))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 5000)), len(str(int("7" * 6000))))
