# Allocating until memory runs out raises MemoryError and the program goes on
# by hand
def exhaust(name, step):
    kept = []
    try:
        while True: kept.append(step())
    except MemoryError:
        kept = None
    print(name, "MemoryError")
exhaust("bytes", lambda: bytes(100_000_000))
print([i * i for i in range(10)], {str(i): [i] for i in range(3)})
class C:
    def __init__(self): self.data = bytearray(50_000_000)
exhaust("instances", C)
print("end")
