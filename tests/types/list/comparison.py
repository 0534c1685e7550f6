# Comparison of lists: lexicographic, with identity first

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


nan = float("nan")
check("[1, 2] < [1, 3]", "[1, 2] < [1, 2, 0]", "[] < [0]", "[2] > [1, 5]", "[1, 2] == [1.0, 2.0]", "[1] == (1,)", "[1] < (2,)", "[1] != [1]", "[nan] == [nan]", "[nan] < [nan]", "[1, 'a'] < [1, 2]", "[1, 'a'] < [2, 2]", "[1, 'a'] == [1, 2]", "[[1], [2]] < [[1], [3]]", "[None] < [None]", "[None] == [None]", "[None, 1] < [None, 2]", "[1, 2, 3] >= [1, 2]", "[1] <= [1]", "[] == []", "[{}] < [{}]", "[{}] < [{1: 2}]", "[1j] < [1j]", "[1j] < [2j]", "max([[1, 2], [1, 3], [0, 9]])", "sorted([[2, 1], [1, 9], [1], []])", "[1] == 1", "[] == None", "[True] == [1]", "['a'] < ['b']", "[1, [2, [3]]] == [1, [2, [3]]]")
class Eq:
    def __init__(self, name): self.name = name
    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return self.name == getattr(other, "name", other)
    def __lt__(self, other):
        print("lt", self.name, other.name)
        return self.name < other.name
    __hash__ = None
a, b, c = Eq("a"), Eq("b"), Eq("a")
print([a, b] == [a, b])
print([a, b] == [c, b])
print([a, b] < [c, a])
print(a in [b, c], [b, c].index(a), [a, b, c].count(c))
print([1, a] == [1, "a"], ["a"] == [a])
print([a] != [a], [a] != [c])
class Weird:
    def __eq__(self, other): return []
    def __lt__(self, other): return "yes"
print([Weird()] == [1], [Weird()] < [Weird()], [Weird()] != [1], 1 in [Weird()])
