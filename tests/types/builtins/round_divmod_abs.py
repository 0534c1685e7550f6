# round, divmod, abs and pow with special methods and errors

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


class R:
    def __round__(self, *args): return ("round", args)
    def __abs__(self): return "abs"
    def __divmod__(self, o): return ("divmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __pow__(self, *args): return ("pow", args)
    def __rpow__(self, *args): return ("rpow", args)
class None_:
    __round__ = None
    __abs__ = None
check("round(R())", "round(R(), 2)", "round(R(), None)", "round(None_())", "abs(None_())", "round('a')", "round(None)", "round(1, 2, 3)", "round(number=1.5)", "round(2.5)", "round(3.5)", "round(-2.5)", "round(1.25, 1)", "round(1.35, 1)", "round(1234.5678, -2)", "round(15, -1)", "round(25, -1)", "round(1.5, 'a')", "round(1j)", "round([])", "abs(R())", "abs(-5)", "abs(-5.5)", "abs(-0.0)", "abs(3+4j)", "abs(True)", "abs(-(10**30))", "abs('a')", "abs(None)", "abs([])", "divmod(R(), 1)", "divmod(1, R())", "divmod(7, 2)", "divmod(-7, 2)", "divmod(7.5, 2)", "divmod(7, 0)", "divmod(7.0, 0)", "divmod('a', 2)", "divmod(1, None)", "divmod(1j, 2)", "divmod(True, True)", "pow(R(), 2)", "pow(R(), 2, 3)", "pow(2, R())", "pow(2, 3)", "pow(2, 3, 5)", "pow(2, -1)", "pow('a', 2)", "pow(2, 3, None)", "pow(2.0, 3, None)", "pow(2, 3.0, 5)", "pow(1j, 2, 3)", "pow(2, [])", "pow(exp=3, base=2, mod=7)")
