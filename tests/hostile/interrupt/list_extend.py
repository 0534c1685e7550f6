# A list that extends itself from its own iterator
# interrupt
def forever(l):
    while True:
        l.clear()
        yield from range(1000)
l = []
l.extend(forever(l))
