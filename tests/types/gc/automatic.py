# Collections start by themselves while garbage is made, and do not when they are disabled.
import gc


class Watched:
    freed = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Watched.freed += 1


for i in range(20000):
    Watched()
print(Watched.freed > 10000)
gc.collect()
print(Watched.freed)
gc.disable()
for i in range(20000):
    Watched()
print(Watched.freed)
gc.enable()
gc.set_threshold(0)
for i in range(20000):
    Watched()
print(Watched.freed)
gc.set_threshold(100, 5, 5)
for i in range(1000):
    Watched()
print(Watched.freed > 50000)
gc.collect()
print(Watched.freed)
