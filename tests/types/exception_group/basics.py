# ExceptionGroup: construction, attributes, errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


check("ExceptionGroup('m', [ValueError(1)])", "str(ExceptionGroup('m', [ValueError(1)]))", "str(ExceptionGroup('m', [ValueError(1), KeyError(2)]))", "ExceptionGroup('m', [ValueError(1)]).message", "ExceptionGroup('m', [ValueError(1)]).exceptions", "ExceptionGroup('m', [ValueError(1)]).args", "type(BaseExceptionGroup('m', [ValueError(1)]))", "type(BaseExceptionGroup('m', [KeyboardInterrupt()]))", "ExceptionGroup('m', [KeyboardInterrupt()])", "ExceptionGroup('m', [])", "ExceptionGroup('m', 5)", "ExceptionGroup('m', {ValueError()})", "ExceptionGroup('m', [5])", "ExceptionGroup('m', [ValueError])", "ExceptionGroup(5, [ValueError()])", "ExceptionGroup('m')", "ExceptionGroup()", "ExceptionGroup('m', [ValueError()], 3)", "ExceptionGroup('m', (ValueError(), KeyError()))", "ExceptionGroup.__mro__", "ExceptionGroup('a', [ExceptionGroup('b', [ValueError()])])", "ExceptionGroup('m', [ValueError(1)]).__notes__", "ExceptionGroup[int]", "BaseExceptionGroup('m', [GeneratorExit(), ValueError()]).exceptions", "ExceptionGroup('m', 'ab')", "ExceptionGroup('m', [ValueError(1), KeyError('k')]).exceptions[1]")
class G(ExceptionGroup):
    def derive(self, excs): return G("derived", excs)
class B(BaseExceptionGroup): pass
class Bad(ExceptionGroup, ValueError): pass
check("G('m', [ValueError()])", "B('m', [ValueError()])", "type(B('m', [KeyboardInterrupt()]))", "G('m', [KeyboardInterrupt()])", "Bad('m', [ValueError()])", "isinstance(Bad('m', [KeyError()]), ValueError)", "G('x', [ValueError(1), KeyError(2)]).subgroup(KeyError)", "G('x', [ValueError(1), KeyError(2)]).split(KeyError)")
g = ExceptionGroup("g", [ValueError(1)])
for name, value in [("message", "x"), ("exceptions", ())]:
    try:
        setattr(g, name, value)
    except AttributeError as error:
        print(error)
l = [ValueError(1)]
h = ExceptionGroup("h", l)
l.append(KeyError(2))
print(h.exceptions)
