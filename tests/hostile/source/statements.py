# A hundred thousand statements, elif clauses, handlers, cases and decorators

REFUSALS = (SyntaxError, RecursionError, MemoryError, OverflowError)

def attempt(name, source, mode="exec"):
    try:
        compile(source, "<hostile>", mode)
    except REFUSALS:
        pass
    print(name, "survived")


n = 100000
def run(name, source, check):
    names = {}
    try:
        exec(source, names)
    except (SyntaxError, RecursionError, MemoryError):
        print(name, "ended")
    else:
        print(name, "ended" if check(names) else "WRONG")
run("semicolons", "x=1;" * n, lambda v: v["x"] == 1)
run("lines", "x = 1\n" * n, lambda v: v["x"] == 1)
run("elif", "x = 5\nif x == 0: y = 0\n" + "elif x == -1: y = 0\n" * (n // 2) + "else: y = 9\n", lambda v: v["y"] == 9)
run("assignments", "a=" * n + "3", lambda v: v["a"] == 3)
run("augmented", "a = 0\n" + "a += 1\n" * n, lambda v: v["a"] == n)
run("targets", ",".join(["a"] * n) + " = range(" + str(n) + ")", lambda v: v["a"] == n - 1)
run("del", "a = 1\n" + "del a; a = 1\n" * (n // 4), lambda v: v["a"] == 1)
run("decorators", "d = lambda f: f\n" + "@d\n" * (n // 10) + "def f(): return 5\n", lambda v: v["f"]() == 5)
run("handlers", "try:\n    raise ValueError\n" + "except KeyError: pass\n" * (n // 4) + "except ValueError: y = 1\n", lambda v: v["y"] == 1)
run("cases", "match 5:\n" + "    case 4: pass\n" * (n // 4) + "    case 5: y = 1\n", lambda v: v["y"] == 1)
run("if statements", "if 1: x = 1\n" * (n // 2), lambda v: v["x"] == 1)
run("functions", "def f(): return 1\n" * (n // 10), lambda v: v["f"]() == 1)
run("classes", "class C: pass\n" * 2000, lambda v: v["C"]() is not None)
run("loops", "for i in (): pass\n" * (n // 4), lambda v: True)
run("strings", "'doc'\n" * n, lambda v: True)
run("passes", "pass\n" * n, lambda v: True)
run("blank lines", "\n" * (n * 10) + "x = 1", lambda v: v["x"] == 1)
run("comment", "#" * (n * 50) + "\nx = 1", lambda v: v["x"] == 1)
run("spaces", "x =" + " " * (n * 50) + "1", lambda v: v["x"] == 1)
run("backslashes", "x = \\\n" + "\\\n" * n + "1", lambda v: v["x"] == 1)
run("distinct constants", "x = [" + ",".join(str(i) + ".5" for i in range(n)) + "]", lambda v: len(v["x"]) == n and v["x"][-1] == n - 0.5)
run("distinct names", ";".join(f"n{i}={i}" for i in range(n // 2)), lambda v: v[f"n{n // 2 - 1}"] == n // 2 - 1)
run("function of many locals", "def f():\n" + "".join(f" n{i}={i}\n" for i in range(n // 5)) + f" return n{n // 5 - 1}\nx = f()", lambda v: v["x"] == n // 5 - 1)
run("long loop body", "x = 0\nfor i in range(2):\n" + " x += 1\n" * n, lambda v: v["x"] == 2 * n)
