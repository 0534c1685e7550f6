# Large containers: lists, tuples, dicts and instances above the size of the blocks' cells.
import gc
gc.disable()
gc.collect()


class Wide:
    __slots__ = tuple('field%d' % i for i in range(300))


class Open:
    pass


def make():
    wide = Wide()
    wide.field0 = wide
    wide.field299 = big = tuple([wide] * 500)
    many = Open()
    for i in range(400):
        setattr(many, 'a%d' % i, many)
    many.big = big
    table = {}
    for i in range(5000):
        table[i] = table
    wide.field5 = table
    items = [table] * 5000
    items.append(items)


make()
print(gc.collect() > 0)
print(gc.collect())
for generation in (0, 1, 0, 2):
    kept = tuple([[]] * 200)
    make()
    print(gc.collect(generation) > 0, len(kept))
print(gc.collect())
