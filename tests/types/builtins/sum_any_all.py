# sum, any and all

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class Add:
    def __radd__(self, other): return ("radd", other)
    def __add__(self, other): return ("add", other)
class InPlace(list):
    def __iadd__(self, other): raise ValueError("sum must not use +=")
check("sum([])", "sum([1, 2, 3])", "sum([1, 2], 10)", "sum([1, 2], start=10)", "sum([0.1] * 10)", "sum([0.1, 0.2, 0.3])", "sum([1, 2.5, True])", "sum([1e308, 1e308])", "sum([10**400, 1])", "sum([10**400, 1.5])", "sum(['a'])", "sum(['a'], '')", "sum([b'a'], b'')", "sum([bytearray()], bytearray())", "sum([[1], [2]], [])", "sum(((1,), (2,)), ())", "sum([1, None])", "sum(5)", "sum([Add()])", "sum([Add(), 1])", "sum([1j, 2, 3.5])", "sum([1, 2j])", "sum({1: 2, 3: 4})", "sum(range(10**6))", "sum(x * x for x in range(5))", "sum([2**62, 2**62])", "sum([2**63 - 1, 1, -5])", "sum([-(2**62)] * 4)", "sum([True] * 3)", "sum([float('inf'), float('-inf')])", "sum([1e16, 1, -1e16])", "sum([1e100, 1, -1e100])", "sum([3, 0.1, 0.2])", "sum([0.5, 10**20])", "sum([InPlace([1])], [])", "sum([], None)", "sum([1], None)", "sum([-0.0])", "sum([-0.0], -0.0)", "sum(x for x in ())", "sum([1.5, 2j, 3])", "sum('')", "sum([[]], ())",
      "any([])", "any([0, '', None])", "any([0, 1])", "any(x > 2 for x in range(5))", "any(5)", "all([])", "all([1, 'a', [0]])", "all([1, 0])", "all(x < 5 for x in range(5))", "all({0: 1})", "any('')", "any({'': 1})", "all(None)")
seen = []
print(any(seen.append(x) or x > 1 for x in range(5)), seen, all(seen.append(x) or x < 1 for x in range(5)), seen)
