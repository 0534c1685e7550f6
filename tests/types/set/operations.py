# Set algebra with operators and methods

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


a, b = {1, 2, 3}, {3, 4}
check("a | b", "a & b", "a - b", "a ^ b", "b - a", "a | [1]", "a & 'x'", "[1] | a", "a.union([5], (6,), 'x'.join([]))", "a.union()", "a.intersection([1, 9], {1: 2})", "a.intersection()", "a.difference([1], [2])", "a.difference()", "a.symmetric_difference([1, 7])", "a.symmetric_difference()", "a.union(5)", "a.intersection(5)", "a.union([[]])", "a.intersection([[]])", "a.difference([[]])", "a.isdisjoint({9})", "a.isdisjoint([1])", "a.isdisjoint(5)", "a.issubset([1, 2, 3, 4])", "a.issuperset([1])", "a.issubset(5)", "a <= {1, 2, 3}", "a < {1, 2, 3}", "a < {1, 2, 3, 4}", "a >= {1}", "a > a", "a == {3, 2, 1}", "a != {1}", "a == [1, 2, 3]", "a == frozenset(a)", "a < [1]", "a <= 5", "set() < a", "set() <= set()", "a & frozenset([1])", "frozenset([1]) & a", "type(a & frozenset())", "type(frozenset() | a)", "set() | set()", "{1} - {1}", "a.copy() == a", "a.copy() is a", "len(a)", "bool(set())", "1 in a", "1.0 in a", "[] in a", "{1} in a", "frozenset([1]) in {frozenset([1])}", "{1} in {frozenset([1])}", "a + b", "-a", "a * 2", "a[0]", "hash(a)", "{[]}", "{*a, *b}", "set('hello') == set('ehlo')", "set(5)", "set(None)", "set([1], [2])", "set(x=1)", "{True, 1, 1.0}", "{0, False, 0.0}", "a.__and__([1])", "a.__or__(b)", "a.__rsub__(b)", "a.__eq__(5)")
