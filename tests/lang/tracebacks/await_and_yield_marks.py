# exit: 1
# Exceptions thrown into a generator show where it was suspended.
def worker():
    total = 0
    while True:
        item = yield total
        total += item


w = worker()
next(w)
print(w.send(5))
w.throw(ValueError('stop working'))
