# The order of sets of small integers, and of numbers and tuples that collide
print({5, 3, 1}, {9, 8, 0}, {8, 0, 16}, {16, 8, 0}, {0, 8, 16, 24, 32}, {32, 24, 16, 8, 0}, set(range(20, 0, -1)), set([100, 1, 50]), {1000, 1, 500, 33})
print({-1, -2, 0, 1}, {-2, -1}, {2**61 - 1, 0, 1}, {2**70, 5, 3}, {1.5, 2.5, 3}, {0.1, 0.2, 0.3}, {None, 1} == {1, None}, {True, 2, 0})
print(set(range(0, 100, 7)), set(range(100, 0, -9)), {i * i for i in range(15)}, frozenset([30, 20, 10]), set([1e10, 1e20, 7]))
s = set()
for i in [17, 9, 1, 25, 33, 41, 2, 10]:
    s.add(i)
    print(s)
for i in [9, 1, 17]:
    s.discard(i)
s.add(57)
s.add(1)
print(s, s.pop(), s.pop(), s)
print({(1, 2), (3, 4), (5, 6)}, {(), (0,), (0, 0)}, {(1, (2, 3)), (4,)})
print(set(range(50)) - set(range(0, 50, 2)), {1, 2, 3, 64} ^ {3, 64, 128}, {1, 9, 17} | {25, 33}, {8, 16, 24} & {24, 16, 0}, {8, 16, 24} & {0, 16, 24, 40, 48})
big = {i * 37 % 1009 for i in range(300)}
print(list(big)[:40])
print(set([3, 2, 1]).copy(), set({3: 0, 1: 0, 2: 0}), set((x for x in (64, 32, 0))), {*[7, 15], *[23]}, set(frozenset([12, 4, 20])))
t = set(range(1000))
for i in range(995):
    t.discard(i)
print(t)
t.update([8, 0])
print(t)
u = {1, 2, 3}
u.clear()
u.update([9, 1])
print(u)
