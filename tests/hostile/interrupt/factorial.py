# Factorials and combinations of large numbers
# interrupt
import math
while True:
    math.factorial(60000)
    math.comb(100000, 50000)
