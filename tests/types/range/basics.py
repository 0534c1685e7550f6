# range: attributes, indexing, slicing, containment, equality, hash

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


r = range(2, 20, 3)
check("r", "range(5)", "range(0)", "range(5, 0)", "list(range(5, 0, -2))", "len(r)", "r[0]", "r[-1]", "r[6]", "r[-7]", "r[1:3]", "r[::-1]", "r[::2]", "r[10:]", "r[:-1]", "r['a']", "r[1.0]", "5 in r", "6 in r", "5.0 in r", "5.5 in r", "'a' in r", "20 in r", "True in range(3)", "r.index(5)", "r.index(6)", "r.index('a')", "r.count(5)", "r.count(6)", "r.count(5.0)", "r.start, r.stop, r.step", "range(3) == range(0, 3, 1)", "range(0, 3, 2) == range(0, 4, 2)", "range(0) == range(5, 1)", "range(1, 2) == range(1, 3, 5)", "range(3) == [0, 1, 2]", "hash(range(0)) == hash(range(5, 5))", "hash(range(0, 3, 2)) == hash(range(0, 4, 2))", "{range(2): 1}[range(0, 2)]", "range(1, 10, 0)", "range()", "range(1, 2, 3, 4)", "range(1.0)", "range('a')", "range(1, None)", "range(stop=3)", "range(10**30)", "len(range(10**30))", "range(10**30)[10**29]", "range(10**30)[-1]", "10**29 in range(10**30)", "range(10**30).index(10**29)", "len(range(2**63 - 1))", "len(range(2**63))", "range(-(2**63), 2**63)[5]", "list(range(10**30, 10**30 + 3))", "range(10**30)[::10**29]", "list(range(10**30, 0, -4 * 10**29))", "bool(range(0))", "bool(range(10**40))", "range(3) < range(4)", "range(3) + range(3)", "range(3) * 2", "range(True, 5)", "list(reversed(r))", "reversed(range(10**30)).__next__()", "list(range(-3, 3))", "list(range(3, -4, -3))", "max(r)", "sum(range(101))", "range(5)[10**30]", "range(5).index(True)", "range(2, 5).__reduce__() [1:]", "range(10)[2:8][1:3]", "range(10)[::-3][::-1]", "range(0, 10**20, 10**19)[3]", "sorted(range(5, 0, -1))", "range(10).__contains__(3)", "None in range(3)", "type(iter(range(3))).__name__, type(iter(range(10**30))).__name__")
for source in ("r[0] = 1", "del r[0]", "r.start = 1", "r.x = 1", "class X(range): pass"):
    try:
        exec(source)
    except (TypeError, AttributeError) as error:
        print(source, "->", error)
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __eq__(self, other): return self.n == other
print(range(I(2), I(8), I(3)), I(2) in range(5), range(5).count(I(3)), range(5).index(I(4)), range(5)[I(2)])
