"""Prime numbers: a sieve, twins, and the factors of large numbers by Pollard's rho method."""


def sieve(limit):
    """The primes below `limit`."""
    flags = bytearray([1]) * limit
    flags[:2] = b"\0\0"
    for n in range(2, limit):
        if n * n >= limit:
            break
        if flags[n]:
            flags[n * n::n] = bytes(len(range(n * n, limit, n)))
    return [n for n, flag in enumerate(flags) if flag]


def twins(primes):
    """Pairs of primes that differ by two."""
    for low, high in zip(primes, primes[1:]):
        if high - low == 2:
            yield low, high


def is_prime(n):
    """The Miller-Rabin test, with bases that decide every n below 3.3 * 10**24."""
    if n < 2:
        return False
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41)
    for base in bases:
        if n % base == 0:
            return n == base
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in bases:
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def divisor(n):
    """A proper divisor of the composite number n."""
    if n % 2 == 0:
        return 2
    shift = 1
    while True:
        slow = fast = 2
        found = 1
        while found == 1:
            slow = (slow * slow + shift) % n
            fast = (fast * fast + shift) % n
            fast = (fast * fast + shift) % n
            found = gcd(abs(slow - fast), n)
        if found != n:
            return found
        shift += 1


def factors(n):
    """The prime factors of n, smallest first."""
    if n == 1:
        return []
    if is_prime(n):
        return [n]
    part = divisor(n)
    return sorted(factors(part) + factors(n // part))


def product(numbers):
    """Factors as text, with powers: 2^3 · 5"""
    counts = {}
    for n in numbers:
        counts[n] = counts.get(n, 0) + 1
    return " · ".join(f"{n}^{count}" if count > 1 else f"{n}" for n, count in counts.items())


def main():
    primes = sieve(100_000)
    print(f"{len(primes):,} primes below 100,000; the last is {primes[-1]}")

    pairs = list(twins(primes))
    print(f"{len(pairs):,} pairs of twins; the last is {pairs[-1]}")

    gaps = {}
    for low, high in zip(primes, primes[1:]):
        gaps.setdefault(high - low, low)
    widest = max(gaps)
    print(f"the widest gap, {widest}, follows {gaps[widest]}")

    print()
    for n in (360, 1_234_567_890, 2**32 + 1, 10**15 + 1, 2**61 - 1):
        print(f"{n:>25,} = {product(factors(n))}")


if __name__ == "__main__":
    main()
