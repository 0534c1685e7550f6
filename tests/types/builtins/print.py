# print: sep, end, file, flush and errors

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


print(); print(1, "a", None, sep="-", end="!\n"); print("x", "y", sep=""); print("no newline", end=""); print(); print(sep="-"); print("a", sep=None, end=None); print(1, 2, sep="\n"); print("é😀", "中"); print(*[1, 2], *"ab"); print(end="end\n"); print("", ""); print([1, "a"], ("b",), {"c": 1.5})
class File:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append("<flush>")
f = File()
print("a", 1, file=f); print("b", sep="x", end="", file=f, flush=True); print(file=f); print("p", "q", sep="|", file=f)
print(f.parts)
show(print, 1, sep=5); show(print, 1, end=5); show(print, 1, file=5); show(print, 1, foo=2); show(print, 1, sep=b"-"); show(print, "to none", file=None)
class NoFlush:
    def write(self, text): pass
show(print, 1, file=NoFlush(), flush=True); show(print, 1, file=NoFlush())
class BadStr:
    def __str__(self): raise ValueError("no str")
class NotStr:
    def __str__(self): return 5
show(print, "before", BadStr()); show(print, NotStr())
class Raises:
    def write(self, text): raise OSError("disk full")
show(print, 1, file=Raises())
import sys
class Capture:
    def __init__(self): self.text = ""
    def write(self, text): self.text += text; return len(text)
    def flush(self): pass
saved, sys.stdout = sys.stdout, Capture()
print("captured", 1)
captured, sys.stdout = sys.stdout.text, saved
print(repr(captured))
sys.stdout = None
print("nowhere")
sys.stdout = saved
print(print(print()), print.__name__, print)
sys.stdout.write("written\n")
print("err", file=sys.stdout), print("end")
