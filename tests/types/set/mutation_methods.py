# add, remove, discard, pop, update and the in-place operators

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


s = {1, 2, 3}
print(s.add(4), s.add(1), s.remove(2), s.discard(99), s.discard(3), s)
show(s.remove, 99); show(s.remove, "x"); show(s.add, []); show(s.discard, []); show(s.remove, []); show(set().pop); show(s.add); show(s.pop, 1); show(s.update, 5); show(s.update, [1], 5); show(s.remove, (1, 2)); show(s.clear, 1)
print(s.update([5, 6], (7,), {8: 9}), s.update(), s)
print(s.intersection_update([1, 5, 6, 7], [5, 6]), s, s.difference_update([5], []), s, s.symmetric_difference_update([6, 10]), s)
show(s.symmetric_difference_update, 5); show(s.difference_update, [[]]); show(s.intersection_update, 5)
t = s
t |= {1, 2, 3}
t &= {1, 2, 10}
t -= {10}
t ^= {2, 20}
print(s, t is s)
for source in ("t |= [1]", "t &= 'a'", "t -= (1,)", "t ^= None", "t += {1}"):
    try:
        exec(source)
    except TypeError as error:
        print(source, "->", error)
s |= s; s &= s
print(s)
s -= s
print(s)
s = {1, 2}
s ^= s
print(s)
s = set("a")
s.update("a", "a")
print(s, s.pop(), s, len(s))
f = frozenset([1])
g = f
g |= {2}
print(f, g, type(g))
e = {frozenset([1, 2])}
print({1, 2} in e, e.discard({1, 2}), e)
e.add(frozenset([3]))
e.remove({3})
print(e)
show(e.remove, {4})
class S(set):
    def add(self, x): print("S.add", x)
q = S([1])
q.add(2); q.update([3])
print(q, type(q | {1}), type(q.copy()), type({1} | q), type(q & {1}), type(q.union([1])))
q |= {9}
print(type(q), q)
