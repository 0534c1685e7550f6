# keys, values and items: live, set operations, comparisons

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
check("k", "v", "i", "len(k)", "'a' in k", "2 in v", "('a', 1) in i", "('a', 2) in i", "'a' in i", "('a',) in i", "sorted(k & {'a', 'x'})", "sorted(k | ['x'])", "sorted(k - ['a'])", "sorted(k ^ 'ax')", "sorted({'a', 'x'} & k)", "sorted({'q'} | k)", "sorted({'a', 'q'} - k)", "k & 5", "k | None", "k == {'a', 'b', 'c'}", "k == ['a', 'b', 'c']", "k == d.keys()", "k < {'a', 'b', 'c', 'd'}", "k <= {'a', 'b', 'c'}", "k > {'a'}", "k >= d.keys()", "k != {'a'}", "k < ['a']", "i == {('a', 1), ('b', 2), ('c', 3)}", "sorted(i & {('a', 1)})", "sorted(i - {('a', 1)})", "v == d.values()", "v == v", "k.isdisjoint('xyz')", "k.isdisjoint('a')", "k.isdisjoint(5)", "i.isdisjoint([('a', 1)])", "hash(k)", "k.mapping", "k.mapping['a']", "k.mapping.__class__.__name__", "k[0]", "k.append(1)", "list(reversed(k))", "list(reversed(v))", "list(reversed(i))", "iter(k).__length_hint__()", "type(k).__name__, type(v).__name__, type(i).__name__", "type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, type(reversed(k)).__name__", "sorted(k & k)", "type(k & k)", "set(k) == k", "d.keys() - d.keys()", "[] in v", "[] in k", "('a', []) in i", "([], 1) in i", "sorted(i | {1: 2}.items(), key=str)", "k.mapping.__setitem__('a', 1)", "v & v")
d["d"] = 4
del d["a"]
print(k, v, i, len(i))
try:
    k.x = 1
except AttributeError as error:
    print(error)
try:
    type(k)()
except TypeError as error:
    print(error)
e = {1: []}
try:
    e.items() & {(1, 2)}
    print(e.items() - set())
except TypeError as error:
    print(error)
