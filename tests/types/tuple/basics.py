# Construction, repr, indexing and methods of tuples

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


t = (1, 2, 3, 2)
check("()", "(1,)", "(1, 2)", "1,", "tuple()", "tuple('abc')", "tuple([1])", "tuple(t) is t", "t[:] is t", "tuple(range(3))", "tuple(5)", "tuple([1], [2])", "tuple(x=1)", "t[0]", "t[-1]", "t[4]", "t[-5]", "t[1:3]", "t[::-1]", "t['a']", "t[1.0]", "t[None]", "t[True]", "t[10**30]", "t.count(2)", "t.count('x')", "t.index(2)", "t.index(2, 2)", "t.index(2, -1)", "t.index(9)", "t.index(1, 1)", "t.index()", "2 in t", "9 in t", "len(t)", "t + (4,)", "t + [4]", "[4] + t", "t * 2", "0 * t", "t * -1", "t * 1.0", "t * (2**62)", "() * 2**63", "t < (1, 3)", "t < (1, 2)", "t == [1, 2, 3, 2]", "(1,) < ('a',)", "() < (1,)", "(1, 'a') == (1.0, 'a')", "hash(()) == hash(tuple())", "hash((1, 2)) == hash((1.0, 2.0))", "hash(([],))", "((),)", "(((1,),),)", "t.append(1)", "max(t)", "sorted(t, reverse=True)", "*t,", "(*t, *t)", "(0, *[1, 2])", "t.__add__((1,))", "t.__add__([1])", "t.__contains__(1)", "t.__getitem__(slice(1))", "t.__getnewargs__()", "t.__eq__([1])", "bool(())", "bool((0,))", "hash((1, 2, 3))", "hash(())", "hash((1, (2, 3)))", "hash((None,)) == hash((None,))", "hash((1.5, 2))", "hash((-1, -2))", "hash((2**61 - 1, 2**100))")
for operation in ("t[0] = 1", "del t[0]", "t[0:1] = ()", "t.x = 1", "t[0] += 1"):
    try:
        exec(operation)
    except (TypeError, AttributeError) as error:
        print(operation, "->", error)
