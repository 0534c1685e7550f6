# Toy cryptography with big integers: primes, RSA, Diffie-Hellman, Shamir shares, a hash and a stream cipher.
import math


class Random:
    def __init__(self, seed): self.state = seed & (2**64 - 1) or 1

    def bits(self, n):
        out = 0
        for _ in range((n + 31) // 32):
            self.state ^= self.state << 13 & 2**64 - 1
            self.state ^= self.state >> 7
            self.state ^= self.state << 17 & 2**64 - 1
            out = out << 32 | self.state & 0xffffffff
        return out >> (-n % 32)


SMALL = [p for p in range(2, 500) if all(p % q for q in range(2, math.isqrt(p) + 1))]


def is_prime(n, rng, rounds=12):
    if n < 500:
        return n in SMALL
    if any(n % p == 0 for p in SMALL):
        return False
    d, r = n - 1, 0
    while not d & 1:
        d >>= 1
        r += 1
    for _ in range(rounds):
        x = pow(2 + rng.bits(n.bit_length()) % (n - 3), d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def prime(bits, rng):
    while True:
        n = rng.bits(bits) | 1 | 1 << bits - 1
        if is_prime(n, rng):
            return n


def egcd(a, b):
    x0, x1, y0, y1 = 1, 0, 0, 1
    while b:
        q, (a, b) = a // b, (b, a % b)
        x0, x1, y0, y1 = x1, x0 - q * x1, y1, y0 - q * y1
    return a, x0, y0


class RSA:
    def __init__(self, bits, rng, e=65537):
        while True:
            p, q = prime(bits // 2, rng), prime(bits // 2, rng)
            if p != q and math.gcd(e, (p - 1) * (q - 1)) == 1:
                break
        self.n, self.e = p * q, e
        self._d = pow(e, -1, math.lcm(p - 1, q - 1))

    def encrypt(self, message):
        m = int.from_bytes(b'\x01' + message, 'big')
        if m >= self.n:
            raise ValueError(f'message of {len(message)} bytes is too long for {self.n.bit_length()} bits')
        return pow(m, self.e, self.n)

    def decrypt(self, c):
        m = pow(c, self._d, self.n)
        return m.to_bytes((m.bit_length() + 7) // 8, 'big')[1:]

    def sign(self, message): return pow(digest(message), self._d, self.n)
    def verify(self, message, signature): return pow(signature, self.e, self.n) == digest(message)


def digest(data, bits=128):
    h = 0xcbf29ce484222325cbf29ce484222325
    for i, byte in enumerate(data):
        h = ((h ^ byte) * 0x100000001b3 + i * 0x9e3779b97f4a7c15) & (1 << bits) - 1
        h ^= h >> 29
    return h


def stream(key, data):
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) & 255
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) & 255
        j = (j + state[i]) & 255
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) & 255])
    return bytes(out)


def share(secret, needed, count, p, rng):
    coefficients = [secret] + [rng.bits(p.bit_length()) % p for _ in range(needed - 1)]
    return [(x, sum(c * pow(x, k, p) for k, c in enumerate(coefficients)) % p) for x in range(1, count + 1)]


def recover(shares, p):
    total = 0
    for i, (xi, yi) in enumerate(shares):
        num = den = 1
        for j, (xj, _) in enumerate(shares):
            if i != j:
                num, den = num * -xj % p, den * (xi - xj) % p
        total += yi * num * pow(den, -1, p)
    return total % p


rng = Random(2024)
print([p for p in range(1000, 1100) if is_prime(p, rng)], is_prime(2**127 - 1, rng), is_prime(2**128 + 1, rng), is_prime(561, rng))
print(egcd(240, 46), egcd(2**89 - 1, 3**50), pow(3, -1, 2**89 - 1) * 3 % (2**89 - 1))
rsa = RSA(256, rng)
message = 'attack at dawn ✓'.encode()
c = rsa.encrypt(message)
print(rsa.n.bit_length(), rsa.decrypt(c).decode(), c != int.from_bytes(message, 'big'), hex(rsa.n)[:12], rsa._d % 1000)
sig = rsa.sign(message)
print(rsa.verify(message, sig), rsa.verify(message + b'!', sig), f'{digest(message):032x}', f'{digest(b""):x}')
for bad in (lambda: rsa.encrypt(b'x' * 100), lambda: pow(2, -1, 4), lambda: (-1).to_bytes(2, 'big'), lambda: (256).to_bytes(1, 'big'), lambda: int.from_bytes('x', 'big')):
    try:
        bad()
    except (ValueError, OverflowError, TypeError) as e:
        print(type(e).__name__, e)
p, g = prime(192, rng), 5
a, b = rng.bits(190), rng.bits(190)
print(pow(pow(g, a, p), b, p) == pow(pow(g, b, p), a, p), p.bit_length(), p % 1000)
enc = stream(b'Key', b'Plaintext')
print(enc.hex(), stream(b'Key', enc), stream(b'Wiki', b'pedia').hex())
q = 2**521 - 1
secret = int.from_bytes(b'the secret number', 'big')
shares = share(secret, 3, 5, q, rng)
print([recover(s, q).to_bytes(17, 'big') for s in (shares[:3], shares[2:], shares[::2])], recover(shares[:2], q) == secret)
print(math.factorial(50), math.comb(100, 50), math.isqrt(10**40), 2**521 % 1000007, (3**200).bit_length(), (10**60 + 7).bit_count(), str(7**300)[-20:], int('zz' * 10, 36))
x, y = 3**150, 7**90
print(x // y, x % y, x & y, (x | y) - (x ^ y) == x & y, x >> 100, -x >> 100, ~x & 0xffff, x * y == y * x, (x + y) ** 2 == x * x + 2 * x * y + y * y, divmod(-x, y)[1] >= 0)
