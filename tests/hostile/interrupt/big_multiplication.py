# Products and quotients of huge integers
# interrupt
a = 7 ** 200000
b = 3 ** 100000
while True:
    c = a * a // b
