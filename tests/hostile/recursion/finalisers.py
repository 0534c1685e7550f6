# Endless recursion through __del__
import sys
ignored = []
sys.unraisablehook = ignored.append
count = 0
class Chain:
    def __init__(self, n): self.n = n
    def __del__(self):
        global count
        count += 1
        if self.n: Chain(self.n - 1)
Chain(200)
print(count, len(ignored))
class Endless:
    def __del__(self): Endless()
Endless()
print("ended", {info.exc_type.__name__ for info in ignored} <= {"RecursionError"})
class Resurrect:
    kept = []
    def __del__(self): Resurrect.kept.append(self)
Resurrect()
print(len(Resurrect.kept))
Resurrect.kept.clear()
print(len(Resurrect.kept))
class Raises:
    def __del__(self): raise ValueError("ignored")
for _ in range(3): Raises()
print([(info.exc_type.__name__, str(info.exc_value)) for info in ignored[-3:]])
class Node:
    def __init__(self, next): self.next = next
    def __del__(self):
        global count
        count += 1
count = 0
node = None
for _ in range(20000): node = Node(node)
del node
print(count)
