# exec and eval: namespaces, code objects, modes, errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


x = "global"
print(eval("x"), eval("x", {"x": 1}), eval("x", {"x": 1}, {"x": 2}), eval("1 + 1"), eval("  1"), eval("\t2\n"), eval("(1,\n2)"), eval(b"3"), eval(bytearray(b"4")))
show(eval, ""); show(eval, "x = 1"); show(eval, "1\n2"); show(eval, "a b"); show(eval, 5); show(eval, "x", 5); show(eval, "x", {}, 5); show(eval, "undefined"); show(eval, "x", {}); show(eval, "\0"); show(eval, b"\xff"); show(eval, "yield 1") ; show(eval, "1;"); show(eval, "pass"); show(exec, "1 +"); show(exec, 5); show(exec, "x", None, None); show(eval, "lambda: x"[8:]); show(eval, "(yield)"); show(eval, "return"); show(exec, "return 5"); show(eval, "[x for x in range(3)]"); show(eval, "x", None, {"x": "local"})
ns = {}
exec("a = 1\ndef f(): return a\nclass C: b = a", ns)
print(sorted(k for k in ns if not k.startswith("__")), ns["f"](), ns["C"].b, "__builtins__" in ns)
ns["a"] = 5
print(ns["f"]())
g, l = {}, {}
exec("a = 1\nglobal b\nb = 2\nc = [a for _ in 'x' if True][0] if False else a", g, l)
print(sorted(k for k in g if k != "__builtins__"), l)
def f():
    y = 1
    exec("y = 2; z = 3")
    try:
        return y, eval("y"), eval("z")
    except NameError as error:
        return y, str(error)
print(f())
def h():
    v = 5
    return eval("v + 1"), [eval("v") for _ in range(1)], eval("locals()") == {"v": 5}
print(h())
class Mapping:
    def __init__(self): self.log = []
    def __getitem__(self, key):
        self.log.append(key)
        if key in ("known", "a"): return "value"
        raise KeyError(key)
    def __setitem__(self, key, value): self.log.append((key, value))
m = Mapping()
exec("a = known\nb = len(a)", {}, m)
print(m.log)
show(eval, "unknown", {}, m)
code = compile("x + y", "<c>", "eval")
print(eval(code, {"x": 1, "y": 2}), eval(compile("a = 7", "f", "exec"), ns), ns["a"], exec(code, {"x": 1, "y": 1}))
print(exec("global q\nq = 1"), q, eval("(w := 10)"), w)
exec("import math as mm\nfrom math import pi as p2", ns)
print(ns["mm"].floor(ns["p2"]), eval("__name__"), eval("__name__", {"__name__": "n"}))
show(eval, "len([1])", {"__builtins__": {}}); show(eval, "len('ab')", {"__builtins__": {"len": lambda x: "own len"}}); show(eval, "x", {"__builtins__": 5})
exec("for i in range(3): pass\nelse: done = True", ns); print(ns["i"], ns["done"])
show(exec, "raise KeyError('from exec')"); show(exec, "def g(): pass", closure=5)
