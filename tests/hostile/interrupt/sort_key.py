# Sorting with a slow comparison
# interrupt
class C:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
data = [C((i * 7919) % 100003) for i in range(20000)]
while True:
    data.sort()
    data.reverse()
