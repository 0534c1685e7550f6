def loops(n, rows):
    i = 0
    while i < n:
        i += 1
        if i % 2 == 0:
            continue
        for row in rows:
            for x, y in row:
                if x > y:
                    break
            else:
                rows[i] = x
    while True:
        if not n():
            return i
