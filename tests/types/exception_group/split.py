# split, subgroup and derive

def show(function, *args, **options):
    try:
        result = function(*args, **options)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(repr(result))


def tree(e):
    if isinstance(e, BaseExceptionGroup):
        return f"{e.message}[{', '.join(map(tree, e.exceptions))}]"
    return repr(e)
g = ExceptionGroup("root", [ValueError(1), ExceptionGroup("left", [KeyError(2), ValueError(3)]), TypeError(4), ExceptionGroup("right", [OSError(5)])])
def split(condition):
    match, rest = g.split(condition)
    print(match and tree(match), "|", rest and tree(rest), "|", (s := g.subgroup(condition)) and tree(s))
split(ValueError)
split((KeyError, OSError))
split(lambda e: isinstance(e, ExceptionGroup))
split(lambda e: not isinstance(e, ExceptionGroup) and e.args[0] > 2)
split(Exception)
split(ExceptionGroup)
split(ZeroDivisionError)
split(lambda e: False)
split(lambda e: True)
split(())
show(g.split, 5); show(g.split, [ValueError]); show(g.subgroup, "x"); show(g.split); show(g.split, (ValueError, 5)); show(g.split, int)
def raising(e): raise LookupError("condition")
show(g.split, raising)
print(g.subgroup(Exception) is g, g.split(Exception)[0] is g, g.split(KeyError)[1].exceptions[0] is g.exceptions[0])
print(tree(g.derive([KeyError("new")])), type(g.derive([KeyboardInterrupt()])).__name__)
show(g.derive, []); show(g.derive, 5)
g.add_note("note")
g.__cause__ = KeyError("cause")
m, r = g.split(ValueError)
print(m.__notes__, r.__notes__, repr(m.__cause__), m.__notes__ is g.__notes__)
m.add_note("only match")
print(g.__notes__, m.__notes__)
class NoDerive(ExceptionGroup): pass
class BadDerive(ExceptionGroup):
    def derive(self, excs): return 5
class Derive(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self
    def derive(self, excs): return Derive(self.message, excs, self.code)
print(type(NoDerive("n", [ValueError(), KeyError()]).split(ValueError)[0]).__name__, Derive("d", [ValueError(), KeyError()], 42).subgroup(KeyError).code)
show(BadDerive("b", [ValueError(), KeyError()]).split, ValueError)
