# min and max: iterables, several arguments, key, default, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("min(3, 1, 2)", "max([3, 1, 2])", "max('abc')", "min({'b': 1, 'a': 2})", "max([], default=5)", "min([], default=None)", "max([])", "min(())", "max(5)", "max()", "max(1, 2, default=3)", "max([1], default=3)", "max('a', 'bb', key=len)", "min(['bb', 'a'], key=len)", "max([1, 'a'])", "max(1, 2, key=None)", "max([1, 2], key=5)", "max([(1, 'a'), (1, 'b')], key=lambda p: p[0])", "min([(1, 'a'), (1, 'b')], key=lambda p: p[0])", "max(1, True, 1.0)", "max(True, 1)", "min(0, False, -0.0)", "max([[1, 2], [1, 3]])", "max(x for x in [3, 7, 5])", "max(None, 1)", "max([None])", "min(1, 2, 3, key=lambda x: -x)", "max(range(10), key=lambda x: x % 7)", "max('abc', 'abd')", "max([1, 2], foo=1)", "max(*[3, 4])", "max(*[])", "max(**{})", "min(iter([2, 1]))", "max({1: 'z', 2: 'a'}, key={1: 'z', 2: 'a'}.get)", "max([float('nan'), 1])", "min(10**30, 1.5)", "max([], key=5)", "max([1], key=lambda x: 1 / 0)", "max(1, 2, 3, default=None)", "min(b'cab')", "max((1, 2), (1, 2, 0))", "max(1, 2j)", "min([1, 2], default=lambda: 1)")
class C:
    def __init__(self, n): self.n = n
    def __gt__(self, o): print("gt"); return self.n > o.n
    def __lt__(self, o): print("lt"); return self.n < o.n
print(max(C(1), C(2)).n, min(C(1), C(2)).n)
