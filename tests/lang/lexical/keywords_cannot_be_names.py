# Keywords are refused as names wherever a name is expected.
sources = [
    "None = 1", "True = 1", "False += 1", "def None(): pass", "class True: pass",
    "import None", "lambda None: 1", "f(None=1)", "x.None", "del None",
    "for None in x: pass", "with a as True: pass", "async = 1", "await = 1",
    "def f(True): pass", "x.class", "global None", "__debug__ = 1",
    "def f(__debug__): pass", "f(__debug__=1)", "del __debug__", "(None := 1)", "[True for True in x]",
    "import a as None", "except = 1", "pass = 2", "x.__debug__ = 1", "nonlocal = 1", "for __debug__ in x: pass",
    "class __debug__: pass", "def __debug__(): pass", "import __debug__",
]
for source in sources:
    try:
        compile(source, "s", "exec")
        print(source, "accepted")
    except SyntaxError as e:
        print(source, "->", e.msg)
