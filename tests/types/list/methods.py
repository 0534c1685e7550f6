# append, extend, insert, pop, remove, index, count, reverse, clear, copy

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


l = [3, 1, 2]
print(l.append(4), l.extend("ab"), l.extend((5,)), l.extend({6: 7}), l.extend(x for x in [8]), l)
print(l.insert(0, "first"), l.insert(100, "last"), l.insert(-100, "very first"), l.insert(-1, "before last"), l)
print(l.pop(), l.pop(0), l.pop(-2), l.pop(True), l)
print(l.remove("a"), l.index(1), l.index("b", 2), l.index(2, -10, 100), l.count(1), l.count(1.0), l.reverse(), l)
show(l.remove, "missing"); show(l.index, "missing"); show(l.index, 3, 0, 0); show(l.index, 4, 10**30); show([].pop); show(l.pop, 100); show(l.pop, -100); show(l.pop, "a"); show(l.pop, 1.0); show(l.pop, 10**30); show(l.insert, 1); show(l.insert, "a", 1); show(l.extend, 5); show(l.extend, None); show(l.append); show(l.append, 1, 2); show(l.index); show(l.sort, 1); show(l.sort, keys=1); show(l.copy, 1); show(l.clear, 1); show(l.count); show(l.index, 1, "a")
def failing():
    yield "kept"
    raise KeyError("extend")
show(l.extend, failing())
print(l, l.copy() == l, l.copy() is l)
l.extend(l)
print(l)
c = [[1]]
d = c.copy()
d[0].append(2)
print(c, d)
print(l.clear(), l, [].reverse(), [1].reverse())
l = [1, 2, 3]
l += "xy"
l += (i for i in range(2))
print(l)
m = l
m *= 2
print(l is m, len(l))
m *= 0
print(l)
try:
    l += 5
except TypeError as error:
    print(error)
try:
    l = l + (1,)
except TypeError as error:
    print(error)
