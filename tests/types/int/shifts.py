# Shifts of positive, negative and huge integers, and their limits

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("1 << 0", "1 << 62", "1 << 63", "1 << 64", "-1 << 64", "0 << 10 ** 18", "5 >> 1", "-5 >> 1", "-1 >> 100", "1 >> 100", "-(2**70) >> 3", "2**70 >> 69",
      "-(2**70) - 1 >> 70", "1 >> 10 ** 30", "-1 >> 10 ** 30", "0 >> 10 ** 30", "1 << -1", "1 >> -1", "0 << -1", "1 << 2.0", "1.0 << 2", "'a' << 1", "True << 3", "3 << True",
      "(1 << 100) >> 100 == 1", "~0", "~-1", "~(2**64)", "0x123456789abcdef0 >> 4 == 0x123456789abcdef", "-0x123456789abcdef0123 >> 8")
n = 1
for _ in range(5):
    n <<= 17
    print(n)
while n:
    n >>= 23
    print(n)
