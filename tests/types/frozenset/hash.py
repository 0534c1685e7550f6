# frozenset: identity of copies, hashing, use as key

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


f = frozenset([1, 2, 3])
check("f", "frozenset(f) is f", "f.copy() is f", "f | {4}", "f & {1}", "f - {1}", "f ^ {1, 9}", "hash(f) == hash(frozenset([3, 2, 1]))", "hash(frozenset())", "hash(frozenset([0]))", "hash(frozenset([1]))", "hash(frozenset([1, 2, 3]))", "hash(frozenset([-1, -2]))", "hash(frozenset([1.0, 2]))  == hash(frozenset([1, 2.0]))", "hash(frozenset([frozenset([1]), 5]))", "hash(frozenset(range(100)))", "{f: 1}[frozenset([3, 1, 2])]", "f == {1, 2, 3}", "{1, 2, 3} == f", "f < {1, 2, 3, 4}", "f.add(1)", "f.remove(1)", "f.pop()", "frozenset('a') | frozenset('a')", "frozenset(5)", "frozenset([[]])", "frozenset([1], [2])", "f.union([7])", "type(f.union([7]))", "type({1} & f)", "frozenset() is frozenset()", "f.isdisjoint([4])", "f.__hash__() == hash(f)", "frozenset([1, 1.0, True])", "sorted(f, reverse=True)", "frozenset({1: 2})", "bool(frozenset())", "2 in f", "[] in f", "{1} in f", "frozenset([frozenset([1])]).__contains__({1})")
class F(frozenset):
    def __new__(cls, values, tag):
        self = super().__new__(cls, values)
        self.tag = tag
        return self
g = F([1], "t")
print(g, g.tag, type(g | {2}), type(g.copy()), g == frozenset([1]), hash(g) == hash(frozenset([1])), frozenset(g) is g, type(frozenset(g)))
