def comprehend(rows, limit):
    squares = [x * x for x in rows if x < limit]
    names = {k: v for k, v in rows.items() for v in v}
    calls = [lambda: x for x in rows]
    return squares, names, calls, sum(x for x in rows)
