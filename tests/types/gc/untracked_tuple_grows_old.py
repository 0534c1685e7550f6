# Tuples of atoms leave the collector's sight; they live and die as others do.
import gc
gc.disable()
t = tuple([1, 'a', 2.5])
nested = (t, t)
gc.collect()
print(gc.is_tracked(t))
holder = [nested]
holder.append(holder)
del holder
print(gc.collect() >= 1)
print(nested, t)
with_list = ([], t)
gc.collect()
print(gc.is_tracked(with_list))
with_list[0].append(with_list)
del with_list
print(gc.collect())
