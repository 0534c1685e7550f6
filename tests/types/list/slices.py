# Slice assignment and deletion

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def assign(start, stop, step, value, size=6):
    target = list(range(size))
    target[start:stop:step] = value
    return target
def delete(start, stop, step, size=6):
    target = list(range(size))
    del target[start:stop:step]
    return target
for args in [(1, 3, None, "ab"), (1, 3, None, ""), (1, 1, None, "xyz"), (None, None, None, "q"), (10, 20, None, "z"), (-2, None, None, "ab"), (4, 2, None, "ab"), (None, None, 2, "abc"), (None, None, -1, "abcdef"), (5, None, -2, "abc"), (None, None, 2, "ab"), (None, None, -1, "x"), (1, 5, 2, "abc"), (3, 3, 1, "i"), (0, 0, 2, ""), (0, 3, 2, [9, 8]), (10**30, None, None, "e"), (-10**30, 10**30, None, "f"), (0, None, 0, "x"), (0, 2, None, 5), (None, None, 2, 5), ("a", None, None, []), (1.0, 2, None, []), (2, 2, -1, []), (5, 1, -1, "abcd"), (1, 3, 1, iter("PQR")), (0, 6, 10**30, "Z"), (None, None, None, {7: 8}), (0, 1, None, None)]:
    show(assign, *args)
for args in [(1, 3, None), (None, None, 2), (None, None, -1), (None, None, -2), (4, 1, -1), (10, None, None), (5, 2, None), (None, None, 10**30), (1, None, 3), (-3, -1, None), (0, None, 0), ("a", None, None), (4, None, -3)]:
    show(delete, *args)
l = [1, 2, 3]
l[1:2] = l
print(l)
l[::2] = l[1::2] + ["end"]
print(l)
l[:] = (x for x in l if x != 2)
print(l)
l[len(l):] = l
print(l)
l[slice(0, 1)] = "slice"
print(l)
del l[slice(1, 4)]
print(l)
l[True], l[False] = "one", "zero"
print(l)
