# Accumulated rounding, sorting and grouping of floats
values = [0.1 * i for i in range(20)]
print(values, sum(values), min(values), max(values))
total = 0.0
for i in range(1, 1001):
    total += 1 / i
print(total, total == sum(1 / i for i in range(1, 1001)))
x = 1.0
for i in range(60):
    x *= 1.1
print(x, x // 1, x % 1, int(x), round(x, 3))
print(sorted([3.5, -1.0, float("inf"), 0.0, -0.0, 1e-300, float("-inf"), 2, True]), [str(v) for v in sorted([0.0, -0.0])], sorted([-0.0, 0.0]))
h = 0.5
steps = 0
while h > 0:
    h /= 2
    steps += 1
print(steps, 2.0**-1074, 2.0**-1075)
big = 1.0
while big < float("inf"):
    last, big = big, big * 2
print(last, big)
print([round(v, 1) for v in (0.05, 0.15, 0.25, 0.35, 0.45)], [f"{v:.1f}" for v in (0.05, 0.15, 0.25, 0.35, 0.45)], 0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e16 + 1.0, 1.15 * 100)
print(1.5 .__class__, 1e3, 1_000.5, .5, 5., 1e-07, 12e-1, 0e0, 00.5)
