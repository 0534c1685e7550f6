# codeop and code: what is a command, what the beginning of one, and what an error; flags of compile().
import code
import codeop
import io
import sys

SOURCES = [
    "if 1:\n  pass", "if 1:\n  pass\n", "if 1:\n  pass\n\n", "if 1:", "if 1:\n", "x = (1,", "x = '''a", "1 +", "x = 1", "a b",
    "def f(:", "'abc", "if 1: pass", "if 1: pass\n", "x\\", "", "\n", "# c", "for x in y:\n  if 1:\n    z\n", "@dec",
    "try:\n  x\nexcept", "x = 1\ny = 2\n", "é = 'ü", "f'{", "f'''{x", "class C:\n  def f(self):\n    pass\n",
]
for symbol in "single", "exec":
    for source in SOURCES:
        try:
            result = codeop.compile_command(source, "<input>", symbol)
            print(symbol, repr(source), "code" if result else result)
        except SyntaxError as error:
            print(symbol, repr(source), type(error).__name__, error.msg, error.lineno, error.offset)

compiler = codeop.CommandCompiler()
print(compiler("from __future__ import annotations").co_flags & 0x1000000 != 0)
print(compiler("x = 1").co_flags & 0x1000000 != 0)

try:
    compile("x = (", "<t>", "exec", 0x4000)
except _IncompleteInputError as error:
    print(type(error).__mro__[1], error.msg)
for flag in range(26):
    try:
        compile("1", "<t>", "eval", 1 << flag)
    except ValueError as error:
        if 1 << flag != 0x400:
            print(hex(1 << flag), error)


class Console(code.InteractiveConsole):
    def __init__(self, lines, **options):
        super().__init__({"__name__": "__console__"}, **options)
        self.lines = iter(lines)
        self.written = []

    def raw_input(self, prompt=""):
        self.written.append(prompt)
        try:
            line = next(self.lines)
        except StopIteration:
            raise EOFError
        if isinstance(line, BaseException):
            raise line
        return line

    def write(self, data):
        self.written.append(data)


console = Console(["x = 2", "if x:", "    y = x * 3", "    x", "", "y", "1 +", "1/0", "def f():", KeyboardInterrupt(), "y + 1",
                   "raise KeyError('k')"])
console.interact(banner="hello", exitmsg="bye")
print(console.locals["y"], console.buffer)
print("".join(console.written))

console = Console(["exit(3)"], local_exit=True, filename="<other>")
console.interact(banner="", exitmsg=None)
print("".join(console.written))
console = Console(["import sys", "sys.exit(4)"])
try:
    console.interact(banner="", exitmsg="")
except SystemExit as error:
    print("exit", error.code)

interpreter = code.InteractiveInterpreter()
print(sorted(interpreter.locals), interpreter.runsource("if 1:"), interpreter.runsource("z = 5"), interpreter.locals["z"])
stderr, sys.stderr = sys.stderr, io.StringIO()
print(interpreter.runsource("a b", "<file>"), interpreter.runsource("z.w", "<file>"))
text, sys.stderr = sys.stderr.getvalue(), stderr
print(text)
print(sys.last_exc, sys.last_type is AttributeError, sys.last_traceback is not None)
sys.excepthook = lambda kind, value, trace: print("hook", kind.__name__, value)
interpreter.runsource("1/0")
interpreter.runsource("(")
interpreter.runsource(")")
sys.excepthook = sys.__excepthook__
stdin, sys.stdin = sys.stdin, io.StringIO("q = 1\nq + 1\n")
stderr, sys.stderr = sys.stderr, io.StringIO()
space = {}
code.interact("banner", local=space, exitmsg="end")
text, sys.stderr = sys.stderr.getvalue(), stderr
print()
print(text, space["q"])
