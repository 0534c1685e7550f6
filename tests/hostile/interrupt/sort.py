# Sorting a large list over and over
# interrupt
data = [(i * 7919) % 1000003 for i in range(200000)]
while True:
    sorted(data)
