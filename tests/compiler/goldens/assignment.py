def assign(a, b, c):
    a, b = b, a
    a, b = b, a + b
    x = y = c.attr = a
    (p, q), *r = c
    c[a], c.b = x, y
    c[0] += 1
    c.n -= 2
    c[a:b] = p, q, r
    del c[1], c.d, x
