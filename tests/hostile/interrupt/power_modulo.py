# A long modular power
# interrupt
pow(3, 10**9000, 10**9000 + 7)
while True:
    pow(3, 10**900, 10**900 + 7)
