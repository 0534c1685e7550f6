# Conversion of a huge integer to decimal digits
# interrupt
import sys
sys.set_int_max_str_digits(0)
x = 1 << 3000000
while True:
    str(x)
