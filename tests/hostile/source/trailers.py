# A hundred thousand attributes, calls and subscripts in a row
class Chain:
    def __init__(self): self.count = 0
    @property
    def b(self):
        self.count += 1
        return self
    def __call__(self, *args):
        self.count += 1
        return self
    def __getitem__(self, key):
        self.count += 1
        return self
n = 100000
for name, text in (("attribute", ".b"), ("call", "()"), ("call with argument", "(1)"), ("subscript", "[0]"), ("slice", "[0:1]"), ("mixed", ".b()[0]")):
    c = Chain()
    steps = 3 if name == "mixed" else 1
    try:
        result = eval("c" + text * (n // steps))
    except (SyntaxError, RecursionError, MemoryError):
        print(name, "ended")
    else:
        print(name, "ended" if result is c and c.count == n // steps * steps else "WRONG")
try:
    exec("c" + ".b" * n + ".new = 1")
except (SyntaxError, RecursionError, MemoryError):
    pass
try:
    exec("del c" + ".b" * n + ".new")
except (SyntaxError, RecursionError, MemoryError, AttributeError):
    pass
try:
    exec("import " + "a." * 2000 + "b")
except (SyntaxError, RecursionError, MemoryError, ImportError):
    pass
try:
    exec("from " + "." * n + " import b")
except (SyntaxError, RecursionError, MemoryError, ImportError):
    pass
print("end")
