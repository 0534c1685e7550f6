# Unpacking into lists of targets, starred targets, nested
def attempt(source):
    names = {}
    try:
        exec(source, names)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
    else:
        names.pop("__builtins__")
        print(source, "->", names)
for source in ["a, b = 1, 2", "[a, b] = 'xy'", "(a, (b, c)) = 1, [2, 3]", "a, *b = 1, 2, 3", "*a, b = [1]", "a, *b, c = range(5)", "*a, = ()", "a, b = 1,", "a, b = 1, 2, 3", "a, b, c = 'ab'", "a, *b = ()", "a, *b, c = [1]", "a, b = 5", "a, b = None", "[*a] = {1: 2}", "() = ()", "[] = ''", "() = [1]", "[] = 5", "a, b = {1: 'x', 2: 'y'}", "a, b = (i for i in range(2))", "a, b = (i for i in range(3))", "a, b = iter([1])", "(a, *b), c = 'xyz', 1", "a = b, c = 1, 2", "*(a, b), c = 1, 2, 3", "a, b = b'xy'", "for a, (b, *c) in [(1, 'xyz')]: pass", "x = [1, 2]; x[0], x[1] = x[1], x[0]", "i = 0; x = [0, 0]; i, x[i] = 1, 5", "a, a = 1, 2", "a, b = {1, 2}", "*a, b = 'héé'", "a, b = range(10**9)", "a, b = 1.5", "a, *b = 7"]:
    attempt(source)
def forever():
    while True:
        yield 1
try:
    a, b = forever()
except ValueError as error:
    print(error)
