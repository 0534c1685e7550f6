# Floats: signed zeros, infinities, not-a-number, floor division and modulo.
inf = float('inf')
nan = float('nan')
print(0.0, -0.0, 0.0 == -0.0, inf, -inf, nan)
print(inf - inf, inf * 0, inf + 1, inf // 1, 5 % inf, -5 % inf, 5 // inf, -5 // inf)
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan])
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2))
print(-0.0 // 1, 0.0 % -1, 1e300 * 1e10, 2.0 ** 0.5, (-8.0) ** (1 / 3))
print(2 ** 0.5, 2.0 ** -1074, 4 ** -0.5, (-1) ** 0.5)
print(1e16 + 1, 0.1 + 0.2 == 0.3, 1 / 3, 2 / 3, 1e16, 123456.789e3)
print(1 == 1.0, hash(1) == hash(1.0), 2**53 == 2.0**53, 2**53 + 1 == 2.0**53)
print(2**53 + 1 > 2.0**53, 10**400 > 1e308, -10**400 < inf, 10**400 == inf)
print(1.5.is_integer(), 2.0.is_integer(), (0.1).as_integer_ratio(), (2.5).hex())
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1234.5, -2), round(5e15 + 0.5))
print(int(1e20), int(-1.9), float('1e5'), float(' 1_0.5 '), float('-Infinity'))
print(3.0, 3e0 + 0.0, 1e5, 123e-7, 1.7976931348623157e308)
for source in ['2.0 ** 10000', 'int(float("nan"))', 'int(float("inf"))', 'float("x")', 'float("")', '1.0 << 1', '1.5 & 1', 'round(float("inf"))', '(-1.0) // 0.0', 'float(10**400)', 'complex("1+")', 'float("1__0")']:
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)
