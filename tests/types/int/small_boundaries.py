# Results just across the widths of machine words
import operator
edges = [2**k + d for k in (30, 31, 32, 60, 61, 62, 63, 64) for d in (-1, 0, 1)]
edges += [-e for e in edges]
total = 0
for name in ("add", "sub", "mul"):
    function = getattr(operator, name)
    check = 0
    for a in edges:
        for b in edges:
            check = (check * 31 + function(a, b)) % (10**9 + 7)
    print(name, check)
for e in edges:
    print(e, -e, e + 1, e - 1, e * -1, e ^ -1, e // -1, abs(e), e == int(str(e)), hash(e) == hash(int(str(e))))
i = 2**62 - 3
for _ in range(6):
    i += 1
    print(i, i - 2**62)
i = -(2**62) + 3
for _ in range(6):
    i -= 1
    print(i, i + 2**62)
