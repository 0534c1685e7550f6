# Every radix and many sizes survive formatting and parsing
for base in range(2, 37):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
    for n in (0, 1, base - 1, base, base**5 + 3, 2**64 + base, base**40 - 1):
        text = ""
        m = n
        while m:
            m, r = divmod(m, base)
            text = digits[r] + text
        text = text or "0"
        assert int(text, base) == n and int("-" + text.upper(), base) == -n, (base, n)
print("all equal")
for n in (10**k + d for k in range(0, 80, 7) for d in (-1, 0, 1)):
    assert int(str(n)) == n and int(hex(n), 0) == n and int(oct(n), 0) == n and int(bin(n), 0) == n
    assert int(f"{n:_}") == n and int(f"{n:,}".replace(",", "")) == n and n == sum(int(d) * 10**i for i, d in enumerate(reversed(str(n))))
print("all equal")
values = [3**k for k in range(0, 200, 13)]
print(values[5], values[10], hex(values[12]), oct(values[7]), bin(values[3]))
print(sum(values), [len(str(v)) for v in values], max(values) // min(v for v in values if v > 1))
