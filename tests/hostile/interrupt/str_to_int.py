# Conversion of many digits to an integer
# interrupt
import sys
sys.set_int_max_str_digits(0)
text = "7" * 500000
while True:
    int(text)
