# The classes can be subscripted in annotations.
from queue import LifoQueue, PriorityQueue, Queue, SimpleQueue

print(Queue[int], LifoQueue[str], PriorityQueue[tuple[int, str]], SimpleQueue[bytes])
print(Queue[int]().empty(), SimpleQueue[int]().empty())
