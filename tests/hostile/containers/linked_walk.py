# Long linked lists built, walked and dropped; cycles; wide sharing
class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next
head = None
for i in range(300000): head = Node(i, head)
total, node = 0, head
while node:
    total += node.value
    node = node.next
print(total)
node = head
while node and node.value > 200000: node = node.next
node.next = None
print(node.value)
del head, node
ring = Node(0)
ring.next = ring
for i in range(1000): ring.next = Node(i, ring.next)
count, node = 0, ring.next
while node is not ring: count, node = count + 1, node.next
print(count)
del ring, node
for _ in range(20000):
    a, b = [], []
    a.append(b); b.append(a)
    c = Node(1); c.next = c
    d = {}; d["self"] = d
    def f(): return f
    class K: pass
    if _ > 200: continue
    K.me = K
print("cycles made")
shared = [0] * 10
for _ in range(50): shared = [shared, shared]
print(len(shared), shared[0] is shared[1])
wide = [[] for _ in range(200000)]
same = [wide] * 100000
print(len(same), same[5] is wide)
del same, wide, shared
table = {i: {j: [] for j in range(3)} for i in range(30000)}
table.clear()
print(table)
