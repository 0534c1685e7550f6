# Bitwise operators act on infinite two's complement
values = [0, 1, -1, 5, -6, 2**62, -(2**62), 2**63 - 1, -(2**63), 2**100 + 12345, -(2**100) + 999, -(2**64)]
for a in values:
    for b in values:
        print(a & b, a | b, a ^ b, (a & b) + (a | b) == a + b, (a ^ b) == (a | b) - (a & b))
for a in values:
    print(~a, ~a == -a - 1, (a & 0xFF) == a % 256)
for operation in (lambda: 1 & 1.0, lambda: 1 | "a", lambda: [] ^ 1, lambda: ~1.5, lambda: None & None):
    try:
        operation()
    except TypeError as error:
        print(error)
print(True & 1, True & True, True | 0, True ^ True, False ^ 1)
