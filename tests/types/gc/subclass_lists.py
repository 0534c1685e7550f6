# A collected class leaves __subclasses__ of its bases.
import gc
gc.collect()


class Base:
    pass


for i in range(5):
    type('Sub%d' % i, (Base,), {})
kept = type('Kept', (Base,), {})
gc.collect()
print([c.__name__ for c in Base.__subclasses__()])
before = len(int.__subclasses__())
for i in range(5):
    type('Number%d' % i, (int,), {})
gc.collect()
print(len(int.__subclasses__()) - before)
Base.attribute = 1
print(kept.attribute)
