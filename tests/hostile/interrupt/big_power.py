# A power with a result of many millions of digits
# interrupt
while True:
    x = 3 ** 3000000
