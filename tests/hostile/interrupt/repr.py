# repr of a very large list
# interrupt
data = list(range(3000000))
while True:
    repr(data)
