# Making and destroying deep structures
# interrupt
while True:
    x = None
    for _ in range(100000):
        x = [x]
    del x
