# Arithmetic on integers of thousands of digits agrees with itself
a = 3 ** 2000 + 7
b = 7 ** 1500 - 11
print((a * b) // b == a, (a * b) % b, (a + b) - b == a, (a * b + 5) % a, divmod(a * b + 9, b)[1])
print(a.bit_length(), b.bit_length(), (a * b).bit_length(), a % 1000003, b % 1000003, (a * b) % 1000003 == (a % 1000003) * (b % 1000003) % 1000003)
print(str(a)[:20], str(a)[-20:], len(str(a)), sum(map(int, str(a))))
factorial = 1
for i in range(1, 501):
    factorial *= i
print(len(str(factorial)), str(factorial)[:15], factorial % 10**125 // 10**120, hash(factorial))
for i in range(500, 0, -1):
    factorial //= i
print(factorial)
x, y = 0, 1
for _ in range(3000):
    x, y = y, x + y
print(x % 10**20, x.bit_length(), str(x)[:10])
print((10**50 + 1) * (10**50 - 1) == 10**100 - 1, (-(10**50)) * 10**50, -(-(10**30)), abs(-(10**30)), +(10**30))
n = 2**521 - 1
print(pow(3, n - 1, n), n % 97, n * n % (n + 1), int(str(n)) == n, int(hex(n), 16) == n)
print(2**62 - 1 + 1, -(2**62) - 1, 2**61 + 2**61, 2**31 * 2**31, 2**32 * 2**30, (2**61 - 1) * 2, 4611686018427387903 + 1, -2305843009213693952 * 2)
