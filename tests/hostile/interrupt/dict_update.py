# Building and merging large dicts and sets
# interrupt
d = dict.fromkeys(range(300000))
while True:
    e = d | d
    s = set(d) ^ {1}
    t = {**d}
