# get_count rises with allocations, falls with a collection; get_stats counts collections.
import gc
gc.disable()
gc.collect()
before = gc.get_count()[0]
held = [[] for _ in range(1000)]
after = gc.get_count()[0]
print(950 <= after - before <= 1050)
del held
print(gc.get_count()[0] < after)
gc.collect(0)
print(gc.get_count()[1] >= 1)
gc.collect(1)
print(gc.get_count()[1:] >= (0, 1))
gc.collect()
print(gc.get_count()[1:])
stats = gc.get_stats()
print(len(stats), {'collections', 'collected', 'uncollectable'} <= set(stats[0]))
x = []
x.append(x)
del x
gc.collect(2)
again = gc.get_stats()
print([b['collections'] - a['collections'] for a, b in zip(stats, again)],
      [b['collected'] - a['collected'] for a, b in zip(stats, again)])
