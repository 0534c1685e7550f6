# Division of large integers keeps its identities
state = 1
def random_int(bits):
    global state
    value = 0
    for _ in range(bits // 31 + 1):
        state = (state * 1103515245 + 12345) % 2**31
        value = value << 31 | state
    return value >> (31 - bits % 31)
checks = 0
for bits_a in (10, 61, 62, 63, 64, 65, 127, 128, 129, 500, 2000):
    for bits_b in (1, 5, 31, 32, 33, 61, 62, 63, 64, 65, 128, 300, 1999):
        for sign_a in (1, -1):
            for sign_b in (1, -1):
                a, b = sign_a * random_int(bits_a), sign_b * (random_int(bits_b) or 1)
                q, r = divmod(a, b)
                assert q * b + r == a and (r == 0 or (r > 0) == (b > 0)) and abs(r) < abs(b)
                assert a // b == q and a % b == r and (a * b) // b == a and (a * b) % b == 0
                assert (a + b) - b == a and (a << 7) >> 7 == a and -(-a) == a and (a ^ b) ^ b == a and ~~a == a
                assert (a & b) + (a | b) == a + b and a * b == b * a and abs(a) * abs(b) == abs(a * b)
                checks += 1
print(checks, state)
