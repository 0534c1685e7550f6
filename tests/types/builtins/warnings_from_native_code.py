# Warnings that the interpreter itself issues go through the filters of the module warnings
import sys
class Stream:
    def __init__(self): self.text = []
    def write(self, text): self.text.append(text)
    def flush(self): pass
sys.stderr, old = Stream(), sys.stderr
def twice():
    for _ in range(2):
        bool(NotImplemented)
twice()
try:
    exec("from . import x")
except ImportError as error:
    print(error)
exec("x = 1 is 1")
first = "".join(sys.stderr.text)
sys.stderr.text.clear()
print(first.count("DeprecationWarning"), first.count("ImportWarning"), first.count("SyntaxWarning"))
print(len(globals()["__warningregistry__"]) > 0)
import warnings
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    bool(NotImplemented)
    compile("'a' is 'b'", "made.py", "exec")
    print([(w.category.__name__, w.lineno, w.filename.rpartition("/")[2]) for w in log])
with warnings.catch_warnings():
    warnings.simplefilter("error")
    for source in ("bool(NotImplemented)", "1 is 1", "f'a' is x", "lambda: 1()"):
        try:
            eval(source, {"x": 1})
            print(source, "ok")
        except Exception as error:
            print(source, type(error).__name__, error)
sys.stderr = old
